package vn.motcua.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check that notices nothing is worth nothing. */
class PersonTest {

    @Test
    void noticesARequestToAnotherHostAndErrorsOfThePage() {
        try (var person = new Person("http://localhost:1", 360, true)) {
            person.page()
                    .setContent("<img src='http://elsewhere.invalid/a.png' alt=''>"
                            + "<script>console.error('bad'); throw new Error('worse')</script>");

            assertThat(person.complaints())
                    .anyMatch(it -> it.contains("asks http://elsewhere.invalid/a.png"))
                    .anyMatch(it -> it.contains("bad"))
                    .anyMatch(it -> it.contains("worse"));
        }
    }
}
