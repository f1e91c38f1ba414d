package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/my", "/procedures?q=khai+sinh", "/desk/find?x=%2F%2F"})
    void pathsOfOursAreKept(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "my",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\\b",
                "/a\r\nSet-Cookie: x",
                " /my"
            })
    void aLinkToElsewhereIsNotFollowed(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }
}
