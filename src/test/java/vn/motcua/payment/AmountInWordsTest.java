package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.shared.Dong;

/** Amounts as receipts write them out. */
class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | Không đồng
            5 | Năm đồng
            10 | Mười đồng
            15 | Mười lăm đồng
            21 | Hai mươi mốt đồng
            24 | Hai mươi tư đồng
            1000 | Một nghìn đồng
            8000 | Tám nghìn đồng
            105000 | Một trăm linh năm nghìn đồng
            111111 | Một trăm mười một nghìn một trăm mười một đồng
            1005 | Một nghìn không trăm linh năm đồng
            1000005 | Một triệu không trăm linh năm đồng
            2050000 | Hai triệu không trăm năm mươi nghìn đồng
            1000000000 | Một tỷ đồng
            1000000000000 | Một nghìn tỷ đồng
            3000000001 | Ba tỷ không trăm linh một đồng
            1234567890 | Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng
            """)
    void areWrittenAsPeopleSayThem(long amount, String words) {
        assertThat(AmountInWords.of(new Dong(amount))).isEqualTo(words);
    }

    /** Reading the words back gives the amount: no two amounts share their words, and no word is lost. */
    @Property(tries = 2000)
    void canBeReadBack(@ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long amount) {
        assertThat(read(AmountInWords.of(new Dong(amount)))).isEqualTo(amount);
    }

    private static final Map<String, Integer> DIGITS = digits();

    private static Map<String, Integer> digits() {
        var words = List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
        var digits = new HashMap<String, Integer>();
        for (int i = 0; i < words.size(); i++) {
            digits.put(words.get(i), i);
        }
        digits.put("mốt", 1);
        digits.put("tư", 4);
        digits.put("lăm", 5);
        return digits;
    }

    /** An independent reader: collects each group until its word of size comes. */
    private static long read(String words) {
        long billions = 0;
        long total = 0;
        long group = 0;
        long digit = 0;
        for (var word :
                words.toLowerCase(java.util.Locale.ROOT).replace(" đồng", "").split(" ", -1)) {
            switch (word) {
                case "linh" -> digit = 0;
                case "mười" -> group += 10;
                case "mươi" -> {
                    group += digit * 10;
                    digit = 0;
                }
                case "trăm" -> {
                    group += digit * 100;
                    digit = 0;
                }
                case "nghìn" -> {
                    total += (group + digit) * 1_000;
                    group = 0;
                    digit = 0;
                }
                case "triệu" -> {
                    total += (group + digit) * 1_000_000;
                    group = 0;
                    digit = 0;
                }
                case "tỷ" -> {
                    billions = total + group + digit;
                    total = 0;
                    group = 0;
                    digit = 0;
                }
                default -> digit = DIGITS.getOrDefault(word, Integer.MIN_VALUE);
            }
        }
        return billions * 1_000_000_000L + total + group + digit;
    }
}
