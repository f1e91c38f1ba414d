package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.PackageDifference.Detail;
import vn.motcua.catalogue.PackageDifference.Kind;
import vn.motcua.catalogue.PackageDifference.Line;
import vn.motcua.catalogue.PackageDifference.Part;
import vn.motcua.shared.Language;

/** What differs between two packages is said in words, part by part, and each thing once. */
class PackageDifferenceTest {

    private static final Map<String, Map<String, String>> PACKAGES = CatalogueFiles.packages();

    @Test
    void aPackageDoesNotDifferFromItself() {
        PACKAGES.forEach((code, files) -> assertThat(PackageDifference.between(files, files, Language.VI))
                .as(code)
                .isEmpty());
    }

    /** Whatever is in a package is said once when all of it is new. */
    @Test
    void eachThingIsSaidOnce() {
        PACKAGES.forEach((code, files) -> {
            var lines = PackageDifference.between(Map.of(), files, Language.VI);
            assertThat(lines)
                    .as(code)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Kind.ADDED));
            var seen = new HashSet<String>();
            lines.forEach(it -> assertThat(seen.add(it.part() + " " + it.id()))
                    .as(it.toString())
                    .isTrue());
        });
        var form = PackageDifference.between(Map.of(), birth(), Language.VI).stream()
                .filter(it -> it.id().equals("child.fullName"))
                .toList();
        assertThat(form).extracting(Line::part).containsExactly(Part.FIELDS);
    }

    @Test
    void aChangedWordOfAFieldIsOneLineWithBeforeAndAfter() {
        var after = changed("form.yaml", "vi: Họ, chữ đệm và tên của trẻ", "vi: Họ và tên của trẻ");
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .containsExactly(new Line(
                        Part.FIELDS,
                        Kind.CHANGED,
                        "child.fullName",
                        "Họ và tên của trẻ",
                        List.of(new Detail("vi", "Họ, chữ đệm và tên của trẻ", "Họ và tên của trẻ"))));
    }

    @Test
    void expressionsFeesDocumentsAndStepsAreSaidInTheirParts() {
        var after = changed("procedure.yaml", "required: 'channel==\"ONLINE\"'", "required: 'true'");
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .extracting(it -> it.part() + " " + it.kind() + " " + it.id() + " " + it.details())
                .containsExactly(
                        "DOCUMENTS CHANGED mau-tuong-tac [Detail[key=required, before=channel==\"ONLINE\", after=true]]");
    }

    @Test
    void ofAListOnlyWhatCameAndWentIsSaid() {
        var after = changed("procedure.yaml", "  - \"con mới đẻ\"\n", "  - \"trẻ mới đẻ\"\n");
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .containsExactly(new Line(
                        Part.RECORD,
                        Kind.CHANGED,
                        "keywords",
                        "",
                        List.of(new Detail("", "con mới đẻ", "trẻ mới đẻ"))));
    }

    @Test
    void whatIsTakenAwayIsSaid() {
        var after = new HashMap<>(birth());
        var examples = after.getOrDefault("examples.yaml", "");
        var second = examples.indexOf("  - name:", examples.indexOf("  - name:") + 1);
        after.put("examples.yaml", examples.substring(0, examples.indexOf("  - name:")) + examples.substring(second));
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .extracting(it -> it.part() + " " + it.kind())
                .containsExactly("EXAMPLES REMOVED");
    }

    @Test
    void anotherOrderIsSaidAsSuch() {
        var before = Map.of("route.yaml", "steps:\n  - {id: a, name: Một}\n  - {id: b, name: Hai}\n");
        var after = Map.of("route.yaml", "steps:\n  - {id: b, name: Hai}\n  - {id: a, name: Một}\n");
        assertThat(PackageDifference.between(before, after, Language.VI))
                .containsExactly(
                        new Line(Part.ROUTE, Kind.MOVED, "", "", List.of(new Detail("", "Một · Hai", "Hai · Một"))));
    }

    @Test
    void wordsToApplicantsAreSaidByTheirEvent() {
        var after = changed("messages.yaml", "Trước khi về, hãy đọc lại", "Hãy đọc lại");
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.part() + " " + it.kind() + " " + it.id()).isEqualTo("MESSAGES CHANGED result-issued");
                    assertThat(it.details()).hasSize(1);
                    assertThat(it.details().getFirst().before()).contains("Trước khi về");
                    assertThat(it.details().getFirst().after()).doesNotContain("Trước khi về");
                });
        var without = new HashMap<>(birth());
        without.remove("messages.yaml");
        assertThat(PackageDifference.between(birth(), without, Language.VI))
                .extracting(it -> it.part() + " " + it.kind())
                .containsExactly("MESSAGES REMOVED");
    }

    @Test
    void aFileThatCannotBeReadIsShownWhole() {
        var after = changed("result.yaml", "title:", "title: \"");
        assertThat(PackageDifference.between(birth(), after, Language.VI))
                .extracting(Line::part)
                .contains(Part.FILES);
    }

    private static Map<String, String> birth() {
        return PACKAGES.getOrDefault("1.001193", Map.of());
    }

    private static Map<String, String> changed(String file, String from, String to) {
        var files = new HashMap<>(birth());
        var text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        files.put(file, text.replaceFirst(Pattern.quote(from), to));
        return files;
    }
}
