package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart.Sort;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Edits of a package by its parts leave everything alone that they are not about, in every package that comes along. */
class StudioPackageTest {

    private static final Path ALL = Path.of("src", "main", "resources", "procedures");
    private static final StudioPart QUESTIONS = new StudioPart(Sort.QUESTIONS, "");
    private static final StudioPart PAGES = new StudioPart(Sort.PAGES, "");
    private static final StudioPart DOCUMENTS = new StudioPart(Sort.DOCUMENTS, "");
    private static final StudioPart FEES = new StudioPart(Sort.FEES, "");
    private static final StudioPart STEPS = new StudioPart(Sort.STEPS, "");

    @Test
    void everyFileReadsAsBeforeWhenItWasWrittenAgain() {
        all().forEach(it -> it.files().forEach((name, text) -> {
            var root = StudioText.read(name, text);
            assertThat(StudioText.read(name, StudioText.write(name, root)))
                    .as(name)
                    .isEqualTo(root);
        }));
    }

    @Test
    void savingAnElementAsItStandsChangesNothing() {
        var seen = 0;
        for (var it : all()) {
            for (var part : parts(it)) {
                for (var one : it.elements(part)) {
                    var same = it.change(part, one.id(), one.kind(), it.inputs(part, one.id(), one.kind()));
                    assertThat(same.files()).as(part.word() + " " + one.id()).isEqualTo(it.files());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(800);
    }

    @Test
    void anotherElementLeavesAllOthersAsTheyWere() {
        for (var it : all()) {
            for (var part : it.pages()) {
                var with = it.with(
                        part, "text", Map.of("vi", "Câu thử", "en", "A trial", "id", "trial.one", "required", "no"));
                assertThat(ids(with, part)).endsWith("trial.one");
                if (!it.elements(part).isEmpty()) {
                    assertThat(with.without(part, "trial.one").files())
                            .as(part.word())
                            .isEqualTo(it.files());
                }
                assertOthersUntouched(it, with, part.file());
            }
        }
    }

    @Test
    void upAndDownAgainIsAsBefore() {
        for (var it : all()) {
            for (var part : parts(it)) {
                if (!part.coded()) {
                    continue;
                }
                var ids = ids(it, part);
                for (var id : ids.subList(Math.min(1, ids.size()), ids.size())) {
                    var up = it.shifted(part, id, true);
                    assertThat(ids(up, part))
                            .containsExactlyInAnyOrderElementsOf(ids)
                            .isNotEqualTo(ids);
                    assertThat(tree(up.shifted(part, id, false), part)).isEqualTo(tree(it, part));
                }
                if (!ids.isEmpty()) {
                    assertThat(it.shifted(part, ids.getFirst(), true).files()).isEqualTo(it.files());
                }
            }
        }
    }

    @Test
    void whatNobodyKnowsStaysWhereItIs() {
        var it = copies("kind: integer", "kind: integer\n        x-own: {a: [1, 2.50, '007'], b: no}");
        var page = StudioPart.page("copies");
        var typed = new HashMap<>(it.inputs(page, "copies.count", "integer"));
        typed.put("vi", "Bao nhiêu bản?");
        typed.put("max", "20");
        var node = node(it.change(page, "copies.count", "integer", typed), page, "copies.count");

        assertThat(node.path("x-own")).isEqualTo(node(it, page, "copies.count").path("x-own"));
        assertThat(node.path("x-own").path("a").path(1).decimalValue().toPlainString())
                .isEqualTo("2.50");
        assertThat(node.path("x-own").path("a").path(2).asString()).isEqualTo("007");
        assertThat(node.path("vi").asString()).isEqualTo("Bao nhiêu bản?");
        assertThat(node.path("max").intValue()).isEqualTo(20);
        assertThat(node.path("min").intValue()).isEqualTo(1);
    }

    @Test
    void aChoiceIsBuiltFromItsLines() {
        var page = StudioPart.page("copies");
        var typed = new HashMap<String, String>();
        typed.putAll(Map.of(
                "vi",
                "Để làm gì",
                "en",
                "What for",
                "id",
                "copies.purpose",
                "required",
                "when",
                "required.when",
                "copies.count > 5"));
        typed.putAll(Map.of("options.0.code", "WORK", "options.0.vi", "Đi làm", "options.0.en", "Work"));
        typed.putAll(Map.of("options.3.code", "OTHER", "options.3.vi", "Khác", "options.3.en", "Other"));
        var node = node(copies().with(page, "select", typed), page, "copies.purpose");

        assertThat(node.path("options").propertyNames()).containsExactly("WORK", "OTHER");
        assertThat(node.path("required").asString()).isEqualTo("copies.count > 5");
        assertThat(node.path("kind").asString()).isEqualTo("select");
    }

    @Test
    void anotherKindTakesAwayWhatOnlyTheFormerHad() {
        var page = StudioPart.page("record");
        var typed = copies().inputs(page, "record.kind", "text");
        var node = node(copies().change(page, "record.kind", "text", typed), page, "record.kind");

        assertThat(node.has("options")).isFalse();
        assertThat(node.path("kind").asString()).isEqualTo("text");
        assertThat(node.path("required").asBoolean()).isTrue();
    }

    @Test
    void whatIsMissingIsSaidAtItsInput() {
        assertThat(wrong(() -> copies().with(QUESTIONS, "select", Map.of("required", "when", "options.0.code", "A"))))
                .containsOnlyKeys("vi", "en", "id", "required.when", "options.0.vi", "options.0.en");
        assertThat(wrong(() -> copies().with(FEES, "", Map.of()))).containsKeys("name.vi", "id", "kind", "amount");
        assertThat(wrong(() -> copies().with(PAGES, "", Map.of("vi", "x", "en", "x", "id", "record"))))
                .containsOnlyKeys("id");
    }

    @Test
    void aPageComesBeforeTheDeclarationAndAQuestionGoesToIt() {
        var it = copies().with(PAGES, "", Map.of("vi", "Thêm", "en", "More", "id", "more"));
        assertThat(ids(it, PAGES)).containsExactly("requester", "record", "copies", "more", "commit");

        var moved = it.moved(StudioPart.page("record"), "record.no", StudioPart.page("more"));
        assertThat(ids(moved, StudioPart.page("more"))).containsExactly("record.no");
        assertThat(ids(moved, StudioPart.page("record"))).doesNotContain("record.no");
    }

    @Test
    void whoeverAsksForAQuestionIsNamed() {
        assertThat(copies().uses(StudioPart.page("copies"), "copies.count"))
                .extracting(it -> it.where() + " " + it.text())
                .contains("FEE 8000 * copies.count")
                .anyMatch(it -> it.startsWith("EXAMPLE"));
        assertThat(copies().uses(QUESTIONS, "submittedByProxy"))
                .extracting(it -> it.where() + " " + it.name())
                .anyMatch(it -> it.startsWith("DOCUMENT Văn bản ủy quyền"));
        assertThat(copies().uses(StudioPart.page("requester"), "requester.relationship"))
                .extracting(StudioUses.Use::where)
                .contains(StudioUses.Where.PAGE);
        assertThat(copies().uses(StudioPart.page("record"), "record.subjectName"))
                .extracting(StudioUses.Use::where)
                .contains(StudioUses.Where.RESULT);
        assertThat(copies().uses(StudioPart.page("requester"), "requester.email"))
                .isEmpty();
    }

    @Test
    void anExpressionThatFitsNothingIsSaidAtItsInput() {
        var page = StudioPart.page("copies");
        var before = copies();
        var typed = new HashMap<>(before.inputs(page, "copies.count", "integer"));
        typed.put("when", "record.kynd == 'BIRTH'");
        var after = before.change(page, "copies.count", "integer", typed);

        assertThat(checked(page, "copies.count", before, after)).containsKey("when");
    }

    @Test
    void whatWasSoundElsewhereStaysSound() {
        var page = StudioPart.page("copies");
        var before = copies();
        var text = before.change(page, "copies.count", "text", before.inputs(page, "copies.count", "text"));
        assertThat(checked(page, "copies.count", before, text))
                .as("the fee multiplies it")
                .containsKey("");

        var broken = copies("kind: phone", "kind: phune");
        var typed = new HashMap<>(broken.inputs(page, "copies.count", "integer"));
        typed.put("vi", "Bao nhiêu bản?");
        StudioCheck.of(
                "2.000635",
                "G15",
                page,
                "copies.count",
                broken.files(),
                broken.change(page, "copies.count", "integer", typed).files());
    }

    @Test
    void documentsFeesAndStepsAreElementsToo() {
        var it = copies().with(
                        DOCUMENTS,
                        "",
                        Map.of(
                                "name.vi",
                                "Giấy xác nhận",
                                "name.en",
                                "Confirmation",
                                "id",
                                "giay-xac-nhan",
                                "required",
                                "yes",
                                "originals",
                                "1",
                                "replacedBy",
                                "CSDLQGVDC\r\nCSDL_HO_TICH"));
        var document = node(it, DOCUMENTS, "giay-xac-nhan");
        assertThat(document.path("required").asBoolean()).isTrue();
        assertThat(document.path("replacedBy").toString()).isEqualTo("[\"CSDLQGVDC\",\"CSDL_HO_TICH\"]");
        StudioCheck.of("2.000635", "G15", DOCUMENTS, "giay-xac-nhan", copies().files(), it.files());

        var typed = new HashMap<>(it.inputs(FEES, "ban-sao", ""));
        typed.put("amount", "8000 * copies.cunt");
        assertThat(checked(FEES, "ban-sao", copies(), it.change(FEES, "ban-sao", "", typed)))
                .containsKey("amount");

        var step = new HashMap<>(it.inputs(STEPS, "appraisal", "step"));
        step.put("hours", "2,5");
        assertThat(node(it.change(STEPS, "appraisal", "step", step), STEPS, "appraisal")
                        .path("hours")
                        .decimalValue())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void aFileThatCannotBeReadIsNotTouched() {
        var files = new HashMap<>(copies().files());
        files.put(PackageReader.FORM, "form: A\nform: B\n");
        assertThatThrownBy(() -> StudioPackage.of(files).elements(PAGES)).isInstanceOf(Refused.class);
        files.put(PackageReader.FORM, "form: A\n---\nform: B\n");
        assertThatThrownBy(() -> StudioPackage.of(files).elements(PAGES)).isInstanceOf(Refused.class);
    }

    private static Map<String, Phrase> checked(StudioPart part, String id, StudioPackage before, StudioPackage after) {
        return wrong(() -> StudioCheck.of("2.000635", "G15", part, id, before.files(), after.files()));
    }

    private static Map<String, Phrase> wrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        return catchThrowableOfType(StudioWrong.class, edit).faults();
    }

    private static void assertOthersUntouched(StudioPackage before, StudioPackage after, String changed) {
        before.files().forEach((name, text) -> {
            if (!name.equals(changed)) {
                assertThat(after.files()).containsEntry(name, text);
            }
        });
    }

    static List<StudioPart> parts(StudioPackage it) {
        var tables = it.pages().stream()
                .flatMap(page -> it.elements(page).stream())
                .filter(one -> one.kind().equals("table"))
                .map(one -> StudioPart.table(one.id()));
        var others = Stream.of(Sort.values())
                .filter(one -> !one.nested() && one != Sort.QUESTIONS)
                .map(one -> new StudioPart(one, ""))
                .filter(one -> it.files().containsKey(one.file()));
        return Stream.of(it.pages().stream(), tables, others)
                .flatMap(one -> one)
                .toList();
    }

    private static List<String> ids(StudioPackage it, StudioPart part) {
        return it.elements(part).stream().map(Element::id).toList();
    }

    private static ObjectNode tree(StudioPackage it, StudioPart part) {
        return StudioText.read(part.file(), it.files().getOrDefault(part.file(), ""));
    }

    private static ObjectNode node(StudioPackage it, StudioPart part, String id) {
        var list = (ArrayNode) part.holder(tree(it, part)).orElseThrow().path(part.key());
        return StudioPart.elements(list)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static StudioPackage copies() {
        return read(ALL.resolve("2.000635"));
    }

    private static StudioPackage copies(String before, String after) {
        var files = new HashMap<>(copies().files());
        files.computeIfPresent(PackageReader.FORM, (_, text) -> text.replace(before, after));
        assertThat(files).isNotEqualTo(copies().files());
        return StudioPackage.of(files);
    }

    static List<StudioPackage> all() {
        try (var folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(StudioPackageTest::read)
                    .filter(it -> !it.group())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudioPackage read(Path folder) {
        try (var names = Files.list(folder)) {
            var files = new HashMap<String, String>();
            for (var it : names.toList()) {
                files.put(it.getFileName().toString(), Files.readString(it));
            }
            return StudioPackage.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
