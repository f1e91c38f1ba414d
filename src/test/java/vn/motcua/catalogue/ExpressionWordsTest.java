package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.form.ExpressionWords;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Expressions as authors and reviewers read them. */
class ExpressionWordsTest {

    private static final Messages MESSAGES = new Messages();
    private static final FormDefinition FORM = FormDefinition.read("""
            form: X
            vi: Tờ khai
            en: Declaration
            parameters:
              province.free: {kind: boolean, default: false, vi: Miễn phí, en: Free of charge}
            questions:
              - {id: abroad, vi: Sinh ở nước ngoài, en: Born abroad, kind: boolean}
            sections:
              - id: child
                vi: Trẻ em
                en: Child
                fields:
                  - {id: child.birth, vi: Ngày sinh, en: Date of birth, kind: date}
                  - id: kindOf
                    vi: Loại việc
                    en: Kind of matter
                    kind: select
                    options: {new: {vi: cấp mới, en: new}, again: {vi: cấp lại, en: again}}
                  - id: people
                    vi: Người cùng ở
                    en: People
                    kind: table
                    columns:
                      - {id: share, vi: Phần góp, en: Share, kind: decimal}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            age(child.birth) < 14 && abroad == true ~ số tuổi tính từ “Ngày sinh” nhỏ hơn 14 và “Sinh ở nước ngoài” là có
            !abroad || (channel == "ONLINE" && province.free) ~ “Sinh ở nước ngoài” là không hoặc (cách nộp là trực tuyến và “Miễn phí” là có)
            kindOf == 'again' ~ “Loại việc” là “cấp lại”
            kindOf in ['new', 'again'] ~ “Loại việc” là một trong các lựa chọn “cấp mới”, “cấp lại”
            !given(child.birth) ~ chưa trả lời “Ngày sinh”
            !dataAvailable("residence") ~ không tra được dữ liệu “residence”
            people.sum(i, i.share) > 0.5 ~ tổng theo các dòng của “Người cùng ở”: “Phần góp” lớn hơn 0,5
            people.exists(i, i.share < 1) ~ có ít nhất một dòng của “Người cùng ở” mà “Phần góp” nhỏ hơn 1
            8000 * (abroad ? 2 : 1 + 1) ~ 8000 nhân (nếu “Sinh ở nước ngoài” là có thì 2, còn không thì 1 cộng 1)
            !(kindOf != 'new') ~ không phải: “Loại việc” khác “cấp mới”
            true ~ luôn luôn
            a ++ ~ a ++
            """)
    void anExpressionIsSaidInTheWordsOfItsForm(String expression, String sentence) {
        assertThat(new ExpressionWords(FORM, MESSAGES, Language.VI).say(expression))
                .isEqualTo(sentence);
    }

    /** No sign of the language and no name of a field is left, in both languages. */
    @Test
    void everyExpressionOfEveryShippedPackageIsSaid() {
        var all = 0;
        for (var one : CatalogueFiles.packages().entrySet()) {
            var procedure = ProcedurePackage.read(one.getValue());
            var form = procedure.form().definition();
            var expressions = expressions(procedure, form);
            for (var language : Language.values()) {
                var words = new ExpressionWords(form, MESSAGES, language);
                for (var it : expressions) {
                    var said = words.say(it).replaceAll("“[^”]*”", "");
                    assertThat(said)
                            .as(one.getKey() + ": " + it)
                            .doesNotContainPattern("[=!<>&|?\\[\\]{}\"']|[a-z]\\.[a-z]|[a-z]+\\(");
                }
            }
            all += expressions.size();
        }
        assertThat(all).isGreaterThan(200);
    }

    private static List<String> expressions(ProcedurePackage procedure, FormDefinition form) {
        var all = new ArrayList<String>();
        Stream.concat(form.questions().stream(), form.fields()).forEach(it -> of(it, all));
        form.sections().forEach(it -> it.when().ifPresent(all::add));
        form.checks().forEach(it -> all.add(it.condition()));
        procedure.documents().forEach(it -> all.add(it.required()));
        procedure.feeRules().forEach(it -> all.add(it.amount()));
        procedure.limitRule().exceptions().forEach(it -> all.add(it.when()));
        return all;
    }

    private static void of(Field field, List<String> all) {
        all.add(field.required());
        field.when().ifPresent(all::add);
        field.calculate().ifPresent(all::add);
        field.must().ifPresent(it -> all.add(it.condition()));
        field.table().columns().forEach(it -> of(it, all));
    }
}
