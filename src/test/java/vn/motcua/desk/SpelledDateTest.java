package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-02|Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu",
                "2005-04-15|Ngày mười lăm tháng tư năm hai nghìn không trăm linh năm",
                "1998-01-21|Ngày hai mươi mốt tháng một năm một nghìn chín trăm chín mươi tám",
                "2000-10-30|Ngày ba mươi tháng mười năm hai nghìn",
                "1900-12-25|Ngày hai mươi lăm tháng mười hai năm một nghìn chín trăm",
                "2010-05-10|Ngày mười tháng năm năm hai nghìn không trăm mười",
            })
    void aDateReadsAsPeopleSayIt(LocalDate day, String words) {
        assertThat(SpelledDate.of(day)).isEqualTo(words);
    }
}
