package vn.motcua.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlCheckTest {

    @Test
    void aValidPagePassesAndABrokenOneIsNamed() {
        assertThat(HtmlCheck.errors("<!doctype html><html lang=vi><title>a</title><p>b</p></html>"))
                .isEmpty();
        assertThat(HtmlCheck.errors("<!doctype html><html lang=vi><title>a</title><p><div>b</p></html>"))
                .isNotEmpty();
        assertThat(HtmlCheck.errors("<!doctype html><html lang=vi><title>a</title><p>the next one</p></html>"))
                .isEmpty();
    }
}
