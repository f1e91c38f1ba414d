package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.LintFinding.Rule;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** A package is read as people will before it is handed in. */
class PackageLintTest {

    private static final String COPIES = "2.000635";
    private static final Map<String, Map<String, String>> PACKAGES = CatalogueFiles.packages();
    private static final Messages MESSAGES = new Messages();

    @Test
    void nobodyStumblesOverWhatComesWithTheProgram() {
        PACKAGES.forEach((code, files) -> assertThat(PackageLint.of(ProcedurePackage.read(files)))
                .as(code)
                .filteredOn(LintFinding::blocks)
                .isEmpty());
    }

    @Test
    void aQuestionThatIsLongOrInCapitalsKeepsThePackageBack() {
        found(
                Rule.LABEL_LONG,
                "vi: Đã đăng ký tại",
                "vi: Cơ quan nào trước đây đã đăng ký việc hộ tịch này cho bạn hoặc cho người mà bạn xin cấp bản sao trích lục");
        found(Rule.CAPITALS, "vi: Đã đăng ký tại", "vi: ĐÃ ĐĂNG KÝ TẠI");
    }

    @Test
    void twoQuestionsOfAPageAreToldApart() {
        var finding = found(Rule.LABEL_TWICE, "vi: Số đăng ký", "vi: Ngày đăng ký");
        assertThat(finding.line()).as("where the second stands").isPositive();
        assertThat(MESSAGES.say(Language.VI, finding.what())).contains("Ngày đăng ký", "record.no");

        var parted = with("form.yaml", "vi: Số đăng ký\n", "vi: Ngày đăng ký\n        when: record.kind == 'BIRTH'\n");
        parted = with(
                parted,
                "form.yaml",
                "vi: Ngày đăng ký\n        en: D",
                "vi: Ngày đăng ký\n        when: record.kind == 'DEATH'\n        en: D");
        assertThat(PackageLint.of(parted))
                .as("under different conditions one takes the place of the other")
                .extracting(LintFinding::rule)
                .doesNotContain(Rule.LABEL_TWICE);
    }

    @Test
    void oneSignatureHasOneTitle() {
        var unclear = with("result.yaml", "signer: \"Chủ tịch\"", "signer: \"Chủ tịch/Phó Chủ tịch\"");
        assertThat(PackageLint.of(unclear))
                .filteredOn(it -> it.rule() == Rule.SIGNER_UNCLEAR)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.blocks()).isTrue();
                    assertThat(it.file()).isEqualTo("result.yaml");
                    assertThat(it.line()).isPositive();
                });
    }

    @Test
    void wordsToApplicantsAreReadLikeQuestions() {
        var files = new HashMap<>(PACKAGES.getOrDefault(COPIES, Map.of()));
        files.put("messages.yaml", """
                messages:
                  received:
                    vi: MANG THEO GIẤY TỜ TÙY THÂN
                    en: Bring an identity paper
                  result-issued:
                    vi: Đương sự đến nhận
                    en: Đương sự đến nhận
                """);
        assertThat(PackageLint.of(files))
                .filteredOn(it -> it.file().equals("messages.yaml"))
                .extracting(it -> it.rule() + " " + it.line())
                .contains(Rule.CAPITALS + " 3", Rule.OFFICIAL_WORD + " 6", Rule.ENGLISH_MISSING + " 6");
    }

    @Test
    void vietnameseUnderEnglishIsNoEnglish() {
        found(Rule.ENGLISH_MISSING, "en: Registration number", "en: Số đăng ký");
        found(Rule.OPTION_TWICE, "BIRTH: { vi: Khai sinh, en: Birth }", "BIRTH: { vi: Khai tử, en: Birth }");
        found(Rule.TITLE_TWICE, "    vi: Sự kiện hộ tịch", "    vi: Người yêu cầu");
    }

    @Test
    void anAnswerThatIsRefusedIsToldWhy() {
        found(Rule.MESSAGE_MISSING, "vi: Số đăng ký\n", "vi: Số đăng ký\n        pattern: '\\d+'\n");
    }

    @Test
    void aQuestionThatNoAnswersBringUpIsFound() {
        var never = "        when: submittedByProxy && record.kind == 'BIRTH' && record.kind != 'BIRTH'\n";
        var finding = found(Rule.NEVER_ASKED, "vi: Số đăng ký\n", "vi: Số đăng ký\n" + never);
        assertThat(finding.place()).isEqualTo("record.no");
        assertThat(rules(with("form.yaml", "vi: Số đăng ký\n", "vi: Số đăng ký\n        when: channel == 'POSTAL'\n")))
                .as("asked of some")
                .doesNotContain(Rule.NEVER_ASKED);
        assertThat(rules(with(
                        "form.yaml",
                        "vi: Số đăng ký\n",
                        "vi: Số đăng ký\n        when: age(record.subjectBirth) > 200\n")))
                .as("nothing is said of what cannot be tried out")
                .doesNotContain(Rule.NEVER_ASKED);
    }

    @Test
    void adviceStopsNobody() {
        for (var it : List.of(
                found(Rule.OFFICIAL_WORD, "vi: Số đăng ký", "vi: Sinh quán của đương sự"),
                found(Rule.SENSES, "vi: Số đăng ký", "vi: Số ghi bằng chữ màu đỏ"),
                found(Rule.HELP_MISSING, "vi: Số đăng ký", "vi: Số đăng ký sổ"))) {
            assertThat(it.blocks()).isFalse();
        }
        assertThat(PackageCheck.of(
                        COPIES, "G15", with("form.yaml", "vi: Số đăng ký", "vi: Sinh quán của đương sự"), Set.of()))
                .isEmpty();
        assertThat(PackageCheck.of(
                        COPIES, "G15", with("form.yaml", "vi: Đã đăng ký tại", "vi: ĐÃ ĐĂNG KÝ TẠI"), Set.of()))
                .singleElement()
                .satisfies(it -> assertThat(MESSAGES.say(Language.VI, it.words()))
                        .contains("“ĐÃ ĐĂNG KÝ TẠI” viết toàn chữ in hoa", "Viết chữ thường"));
    }

    @Test
    void personalDataIsAskedWithItsReason() {
        PACKAGES.values().stream()
                .filter(it -> it.getOrDefault("procedure.yaml", "").contains("lý do hỏi nêu"))
                .forEach(it -> assertThat(PackageLint.of(it))
                        .as(it.getOrDefault("form.yaml", "").lines().findFirst().orElse(""))
                        .filteredOn(found -> found.rule() == Rule.REASON_MISSING)
                        .isEmpty());

        var silent = new HashMap<>(PACKAGES.getOrDefault("1.004222", Map.of()));
        silent.computeIfPresent(
                "form.yaml",
                (_, text) ->
                        text.replaceAll("(?m)^ +reason: .*\\R", "").replaceAll(", reason: \\{.*? \\}(?=, kind)", ""));
        assertThat(PackageLint.of(silent))
                .filteredOn(it -> it.rule() == Rule.REASON_MISSING)
                .as("once for the page, columns of its table among them")
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.blocks()).isFalse();
                    assertThat(it.place()).isEqualTo("sections.ct01");
                });
    }

    @Test
    void aPaperThatTheStateHasIsNamed() {
        var form = PACKAGES.getOrDefault("1.001193", Map.of());
        assertThat(PackageLint.of(form))
                .filteredOn(it -> it.rule() == Rule.PAPER_HELD)
                .extracting(LintFinding::place)
                .as("the notice of birth is asked though a register has it")
                .contains("documents.giay-chung-sinh");
        var without = with(form, "procedure.yaml", "    replacedBy: [\"CSDL_GIAY_CHUNG_SINH\"]\n", "");
        assertThat(PackageLint.of(without))
                .filteredOn(it -> it.rule() == Rule.PAPER_KNOWN)
                .extracting(LintFinding::place)
                .contains("documents.giay-chung-sinh");
    }

    @Test
    void longSentencesAreCountedOneByOne() {
        assertThat(PlainLanguage.longestSentence("Một hai ba. Bốn năm.")).isEqualTo(3);
        assertThat(PlainLanguage.longestSentence("")).isZero();
        assertThat(PlainLanguage.has("Người đương sự khai", "ĐƯƠNG SỰ")).isTrue();
        assertThat(PlainLanguage.has("KQĐ", "kq")).as("whole words").isFalse();
        assertThat(PlainLanguage.capitals("CT01")).isFalse();
    }

    @Test
    void eachRuleSaysWhatAndWhatToDoInBothLanguages() {
        for (var language : Language.values()) {
            var texts = MESSAGES.all(language);
            for (var rule : Rule.values()) {
                assertThat(texts).containsKeys("catalogue.lint." + rule, "catalogue.lint.todo." + rule);
            }
        }
    }

    private static LintFinding found(Rule rule, String from, String to) {
        var all = PackageLint.of(with("form.yaml", from, to));
        assertThat(all).extracting(LintFinding::rule).as(to).contains(rule);
        var found = all.stream().filter(it -> it.rule() == rule).toList().getFirst();
        for (var language : Language.values()) {
            assertThat(MESSAGES.say(language, found.what())).isNotBlank();
            assertThat(MESSAGES.say(language, found.todo())).isNotBlank();
        }
        return found;
    }

    private static List<Rule> rules(Map<String, String> files) {
        return PackageLint.of(files).stream().map(LintFinding::rule).toList();
    }

    private static Map<String, String> with(String file, String from, String to) {
        return with(PACKAGES.getOrDefault(COPIES, Map.of()), file, from, to);
    }

    private static Map<String, String> with(Map<String, String> files, String file, String from, String to) {
        var changed = new HashMap<>(files);
        var text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        changed.put(file, text.replace(from, to));
        return changed;
    }
}
