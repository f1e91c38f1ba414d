package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Every part of a package is edited by its elements, and the package stays one that can be read. */
class StudioPartsTest {

    private static final String COPIES = "2.000635";
    private static final String GROUP = "3.000722";

    @Test
    void aCheckIsAddedAndItsConditionIsCheckedAgainstTheForm() {
        var typed = new HashMap<>(Map.of(
                "vi", "Ngày đăng ký không thể trước ngày sinh",
                "en", "The registration cannot be before the birth",
                "id", "before-birth",
                "if", "record.date < record.subjectBith",
                "wrong", "record.date"));
        var before = of(COPIES);
        assertThat(checked(before, before.with(part("checks"), "", typed), part("checks"), "before-birth"))
                .containsOnlyKeys("if");
        typed.put("if", "record.date < record.subjectBirth");
        typed.put("flag", "late");
        assertThat(checked(before, before.with(part("checks"), "", typed), part("checks"), "before-birth"))
                .as("one outcome")
                .containsOnlyKeys("wrong");
        typed.remove("flag");
        var after = before.with(part("checks"), "", typed);
        assertThat(checked(before, after, part("checks"), "before-birth")).isEmpty();
        assertThat(read(after).form().definition().checks()).hasSize(1);
        assertThat(after.without(part("checks"), "before-birth").files()).isEqualTo(before.files());
    }

    @Test
    void aParameterHasANameAndAValueOfItsKind() {
        var typed = Map.of("vi", "Số bản miễn phí", "en", "Free copies", "id", "province.freeCopies", "default", "2");
        var before = of(COPIES);
        var after = before.with(part("parameters"), "integer", typed);
        assertThat(read(after).form().definition().parameters().get("province.freeCopies"))
                .isNotNull()
                .satisfies(it -> assertThat(it.initial()).isEqualTo(2L));
        var fee = new HashMap<>(after.inputs(part("fees"), "ban-sao", ""));
        fee.put("amount", "8000 * max(copies.count - province.freeCopies, 0)");
        var used = after.change(part("fees"), "ban-sao", "", fee);
        assertThat(used.uses(part("parameters"), "province.freeCopies"))
                .extracting(StudioUses.Use::where)
                .containsExactly(StudioUses.Where.FEE);
        assertThat(after.without(part("parameters"), "province.freeCopies").files())
                .isEqualTo(before.files());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money|15.000|15000",
                "money|15 000|15000",
                "integer|1.500.000|1500000",
                "decimal|15.000|15000",
                "decimal|1.234,5|1234.5",
                "decimal|8,5|8.5",
                "decimal|8.5|8.5"
            })
    void numbersAreReadAsVietnameseWriteThem(String kind, String typed, String read) {
        var words = Map.of("vi", "Mức", "en", "Amount", "id", "province.amount", "default", typed);
        var after = of(COPIES).with(part("parameters"), kind, words);
        assertThat(after.inputs(part("parameters"), "province.amount", kind)).containsEntry("default", read);
    }

    @Test
    void thousandsAreNoDecimalsInLimitsAndExamplesEither() {
        var it = of(COPIES);
        var page = StudioPart.page("copies");
        var typed = Map.of("vi", "Số tiền", "en", "Sum", "id", "copies.sum", "min", "15.000", "max", "1.500.000");
        assertThat(it.with(page, "money", typed).inputs(page, "copies.sum", "money"))
                .containsEntry("min", "15000")
                .containsEntry("max", "1500000");
        assertThat(wrong(() -> it.with(
                        part("parameters"),
                        "decimal",
                        Map.of("vi", "Mức", "en", "Amount", "id", "province.amount", "default", "15.00.0"))))
                .containsOnlyKeys("default");
        var fee = inputs(it, "fees", "ban-sao");
        fee.put("amount", "copies.count * 15.000");
        assertThat(wrong(() -> it.change(part("fees"), "ban-sao", "", fee))).containsOnlyKeys("amount");
        fee.put("amount", "15000 * copies.count");
        assertThat(read(it.change(part("fees"), "ban-sao", "", fee)).files().get("procedure.yaml"))
                .contains("15000 * copies.count");
        assertThat(StudioPairs.fault("copies.sum = 15.000", false)).isPresent();
        assertThat(StudioPairs.fault("copies.sum = 15000\nland.area = 85.5", false))
                .isEmpty();
        assertThat(StudioPairs.fault("note = 15.000", true)).as("a text").isEmpty();
    }

    @Test
    void placesToSignStandOnPagesAlone() {
        assertThat(StudioPart.page("copies").kinds()).contains("signature");
        assertThat(part("questions").kinds()).contains("text").doesNotContain("signature");
        assertThat(part("enter.appraisal").kinds()).contains("text").doesNotContain("signature");
    }

    @Test
    void whoPaysLessIsEditedWithTheFeeAndTheTextStaysAsItWas() {
        var it = of(COPIES);
        var reliefs = part("reliefs.ban-sao");
        assertThat(it.elements(reliefs)).isEmpty();
        var typed = new HashMap<>(Map.of(
                "name.vi", "Nộp trực tuyến, đến hết năm 2026",
                "name.en", "Filed online, until the end of 2026",
                "id", "online",
                "when", "channl == \"ONLINE\"",
                "amount", "4000 * copies.count",
                "legal", "12/2026/NQ-HĐND"));
        assertThat(checked(it, it.with(reliefs, "", typed), reliefs, "online")).containsOnlyKeys("when");
        typed.put("when", "channel == \"ONLINE\"");
        typed.put("amount", "4000 * copies.cout");
        assertThat(checked(it, it.with(reliefs, "", typed), reliefs, "online")).containsOnlyKeys("amount");
        typed.put("amount", "4000 * copies.count");

        var one = it.with(reliefs, "", typed);
        assertThat(checked(it, one, reliefs, "online")).isEmpty();
        var poor = one.with(
                reliefs,
                "",
                Map.of(
                        "name.vi",
                        "Hộ nghèo",
                        "name.en",
                        "Poor households",
                        "id",
                        "poor",
                        "when",
                        "true",
                        "amount",
                        "0"));
        assertThat(read(poor).feeRules().getFirst().reliefs())
                .extracting(FeeRelief::id)
                .containsExactly("online", "poor");
        assertThat(read(poor).feeRules().getFirst().reliefs().getFirst().legal())
                .isEqualTo("12/2026/NQ-HĐND");
        for (var relief : poor.elements(reliefs)) {
            assertThat(poor.change(reliefs, relief.id(), "", poor.inputs(reliefs, relief.id(), ""))
                            .files())
                    .as(relief.id())
                    .isEqualTo(poor.files());
        }
        assertThat(read(poor.shifted(reliefs, "poor", true))
                        .feeRules()
                        .getFirst()
                        .reliefs())
                .extracting(FeeRelief::id)
                .containsExactly("poor", "online");
        assertThat(wrong(() -> one.with(reliefs, "", typed))).containsOnlyKeys("id");
        var fee = new HashMap<>(poor.inputs(part("fees"), "ban-sao", ""));
        fee.put("note", "Thu khi trả kết quả");
        assertThat(read(poor.change(part("fees"), "ban-sao", "", fee))
                        .feeRules()
                        .getFirst()
                        .reliefs())
                .as("the fee keeps them")
                .hasSize(2);
        assertThat(poor.without(reliefs, "poor").without(reliefs, "online").files())
                .isEqualTo(it.files());
    }

    @Test
    void theRestOfTheRecordIsInputsToo() {
        var it = of(COPIES);
        var record = inputs(it, "record", "record");
        assertThat(record)
                .containsEntry("issuer.name", "Bộ Tư pháp")
                .containsEntry("levels", "PROVINCE,COMMUNE")
                .containsEntry("identityLevel", "");
        record.put("identityLevel", "2");
        record.put("issuer.name", "Bộ Tư pháp (thử)");
        record.put("keywords", "một\r\nhai");
        var after = it.change(part("record"), "record", "", record);
        assertThat(read(after).identityLevel()).isEqualTo(2);
        assertThat(read(after).record().keywords()).containsExactly("một", "hai");
        assertThat(after.files().get("procedure.yaml"))
                .contains("issuer: {code: G15, name: \"Bộ Tư pháp (thử)\"}", "# Thời hạn dùng để tính ngày hẹn trả");

        var limit = inputs(it, "limit", "limit");
        limit.put("waits.payment.clock", "stops");
        limit.put("waits.payment.days", "30");
        limit.put("afterSupplement", "subtract");
        var waits = it.change(part("limit"), "limit", "", limit);
        assertThat(read(waits).limitRule().waits()).containsOnlyKeys(WaitKind.PAYMENT);
        limit.put("waits.payment.clock", "");
        limit.put("waits.payment.days", "");
        limit.put("afterSupplement", "");
        assertThat(waits.change(part("limit"), "limit", "", limit).files()).isEqualTo(it.files());
    }

    @Test
    void listsWithoutCodesGoByTheirNumber() {
        var it = of(COPIES);
        var more = it.with(part("legal"), "", Map.of("number", "1/2026/NĐ-CP"));
        assertThat(more.files().get("procedure.yaml")).contains("  - \"1/2026/NĐ-CP\"\n");
        var known = more.with(
                part("legal"), "", Map.of("number", "2/2026/NĐ-CP", "name", "Nghị định thử", "date", "2026-01-02"));
        assertThat(read(known).record().legalBasis().getLast().date()).isPresent();
        assertThat(ids(known, part("legal"))).endsWith("17", "18");
        assertThat(read(known.shifted(part("legal"), "18", true)).record().legalNumbers())
                .endsWith("2/2026/NĐ-CP", "1/2026/NĐ-CP");

        var agency = it.with(part("agencies"), "", Map.of("name", "UBND cấp xã", "role", "COMPETENT"));
        assertThat(read(agency).record().agencies()).hasSize(1);
        var channel = inputs(it, "channels", "1");
        channel.put("time.amount", "1,5");
        channel.put("time.unit", "WORKING_DAY");
        assertThat(checked(it, it.change(part("channels"), "1", "", channel), part("channels"), "1"))
                .isEmpty();
        var result = inputs(it, "results", "1");
        result.put("validMonths", "0");
        assertThat(checked(it, it.change(part("results"), "1", "", result), part("results"), "1"))
                .containsOnlyKeys("validMonths");
    }

    @Test
    void aPlaceOfTheResultThatNobodyFillsIsRefusedAtItsLines() {
        var it = of(COPIES);
        var paper = inputs(it, "paper", "paper");
        paper.put("lines", paper.get("lines") + "\n{{record.nobody}}");
        assertThat(checked(it, it.change(part("paper"), "paper", "", paper), part("paper"), "paper"))
                .containsOnlyKeys("lines");
        paper.put("lines", paper.get("lines").replace("nobody", "no"));
        var after = it.change(part("paper"), "paper", "", paper);
        assertThat(checked(it, after, part("paper"), "paper")).isEmpty();
        assertThat(read(after).result().lines()).hasSize(3);
    }

    @Test
    void wordsToApplicantsBeginAFileOfTheirOwnAndAreCheckedAtTheirInput() {
        var it = of(COPIES);
        var messages = part("messages");
        assertThat(it.files()).doesNotContainKey("messages.yaml");
        assertThat(it.elements(messages)).isEmpty();
        var typed = new HashMap<>(Map.of(
                "id", "result-issued",
                "vi", "Mang giấy tờ tùy thân và mã {{dossier.number}}",
                "en", "Bring an identity paper"));
        assertThat(checked(it, it.with(messages, "", typed), messages, "result-issued"))
                .containsOnlyKeys("vi");
        typed.put("vi", "Mang giấy tờ tùy thân và mã {{dossier.no}}");
        typed.put("en", "Bring it: https://example.org");
        assertThat(checked(it, it.with(messages, "", typed), messages, "result-issued"))
                .containsOnlyKeys("en");
        typed.put("en", "Bring an identity paper");
        var after = it.with(messages, "", typed);
        assertThat(checked(it, after, messages, "result-issued")).isEmpty();
        assertThat(after.files().get("messages.yaml")).isEqualTo("""
                messages:
                  result-issued: {vi: "Mang giấy tờ tùy thân và mã {{dossier.no}}", en: "Bring an identity paper"}
                """);
        assertThat(wrong(() -> after.with(messages, "", typed))).containsOnlyKeys("id");
        assertThat(wrong(() -> it.with(messages, "", Map.of("id", "received", "en", "Come"))))
                .containsOnlyKeys("vi");

        var moved = inputs(after, "messages", "result-issued");
        moved.put("id", "granted");
        var granted = after.change(messages, "result-issued", "", moved);
        assertThat(read(granted).added().all()).containsOnlyKeys(ToldEvent.GRANTED);
        typed.put("id", "handed-over");
        typed.put("vi", "Giữ kết quả cẩn thận");
        var two = granted.with(messages, "", typed);
        assertThat(ids(two, messages)).containsExactly("granted", "handed-over");
        var none = two.without(messages, "granted").without(messages, "handed-over");
        assertThat(read(none).added().all()).isEmpty();
        assertThat(none.files()).as("no empty file is left").isEqualTo(it.files());
        assertThat(checked(it, none.with(messages, "", typed), messages, "handed-over"))
                .isEmpty();
    }

    @Test
    void anEventThatNobodyIsToldOfIsRefusedWhereItIsChosen() {
        var it = of(COPIES);
        var typed = Map.of("id", "step-claimed", "vi", "Có người nhận việc", "en", "Somebody works on it");
        assertThat(checked(it, it.with(part("messages"), "", typed), part("messages"), "step-claimed"))
                .containsOnlyKeys("id");
    }

    @Test
    void anExampleSaysWhatItGivesAndWhatFollows() {
        var it = of(COPIES);
        var typed = new HashMap<>(Map.of(
                "name", "Hai bản, tại quầy",
                "given.received", "2026-11-20T09:00",
                "given.channel", "DIRECT",
                "given.answers", "copies.count = 2\nrecord.citizenId = 215085000011\nrecord.wrong = 1",
                "given.available", "residence",
                "then.documents", "to-khai,giay-to-tuy-than",
                "then.fee", "16000"));
        assertThat(wrong(() -> it.with(part("examples"), "", typed))).containsOnlyKeys("given.answers");
        typed.put("given.answers", "copies.count = 2\nrecord.citizenId = 215085000011");
        assertThat(wrong(() -> it.with(part("examples"), "", typed)))
                .extractingByKey("given.answers")
                .isEqualTo(Phrase.of("studio.wrong.otherKind.text", "record.citizenId"));
        typed.put("given.answers", "copies.count = 2\nrecord.citizenId = \"215085000011\"");
        var after = it.with(part("examples"), "", typed);
        assertThat(checked(it, after, part("examples"), "4")).isEmpty();
        var proof = StudioProof.of(after.files()).orElseThrow();
        assertThat(proof.wrong(4)).isEmpty();

        var again = inputs(after, "examples", "4");
        assertThat(again)
                .containsEntry("given.answers", "copies.count = 2\nrecord.citizenId = \"215085000011\"")
                .containsEntry("then.documents", "to-khai,giay-to-tuy-than");
        again.put("then.documents", "-");
        var none = after.change(part("examples"), "4", "", again);
        assertThat(StudioProof.of(none.files()).orElseThrow().wrong(4)).hasSize(1);
        assertThat(checked(after, none, part("examples"), "4"))
                .as("an example that does not hold is mended last")
                .isEmpty();
    }

    @Test
    void anAmountIsATableOfRules() {
        var it = of(COPIES);
        var amount = part("fee.ban-sao");
        assertThat(ids(it, amount)).containsExactly("otherwise");
        assertThat(checked(it, it.with(amount, "", Map.of("when", "chanel == 'ONLINE'", "amount", "0")), amount, "1"))
                .containsOnlyKeys("when");
        assertThat(checked(
                        it, it.with(amount, "", Map.of("when", "channel == 'ONLINE'", "amount", "zero")), amount, "1"))
                .containsOnlyKeys("amount");
        var one = it.with(amount, "", Map.of("when", "channel == 'ONLINE'", "amount", "0"));
        var two = one.with(amount, "", Map.of("when", "copies.count > 10", "amount", "7000 * copies.count"));
        assertThat(two.files().get("procedure.yaml"))
                .contains("channel == 'ONLINE' ? 0 : copies.count > 10 ? 7000 * copies.count : 8000 * copies.count");
        var moved = two.shifted(amount, "2", true);
        assertThat(moved.files().get("procedure.yaml")).contains("copies.count > 10 ? 7000 * copies.count : channel");
        assertThat(two.shifted(amount, "2", false)).as("otherwise stays last").isSameAs(two);
        assertThatThrownBy(() -> two.without(amount, "otherwise")).isInstanceOf(Refused.class);

        assertThat(StudioProof.of(two.files()).orElseThrow().met(amount))
                .containsEntry("1", List.of("Ba bản sao"))
                .containsEntry("2", List.of())
                .satisfies(met -> assertThat(met.get("otherwise")).hasSize(2));
        assertThat(two.without(amount, "2").without(amount, "1").files())
                .isEqualTo(it.files().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                one1 -> one1.getValue().replace("'8000 * copies.count'", "\"8000 * copies.count\""))));
    }

    @Test
    void unitsOfAStepAndTimeLimitsAreRulesToo() {
        var it = of(COPIES);
        var unit = part("unit.appraisal");
        var ruled = it.with(
                unit,
                "",
                Map.of(
                        "when", "record.kind == 'MARRIAGE'",
                        "unit", "commune-one-stop",
                        "because.vi", "việc kết hôn",
                        "because.en", "a marriage"));
        assertThat(checked(it, ruled, unit, "1")).isEmpty();
        assertThat(ids(ruled, unit)).containsExactly("1", "otherwise");
        assertThat(StudioProof.of(ruled.files()).orElseThrow().met(unit).get("otherwise"))
                .hasSize(3);
        assertThat(checked(
                        it,
                        it.with(
                                unit,
                                "",
                                Map.of("when", "record.x", "unit", "u", "because.vi", "a", "because.en", "a")),
                        unit,
                        "1"))
                .containsOnlyKeys("when");
        assertThat(read(ruled.without(unit, "1")).route().steps())
                .hasSameSizeAs(read(it).route().steps());

        var exceptions = part("exceptions");
        var limit = it.with(exceptions, "", Map.of("when", "copies.count > 2", "amount", "3", "unit", "WORKING_DAY"));
        assertThat(StudioProof.of(limit.files()).orElseThrow().met(exceptions))
                .containsEntry("1", List.of("Ba bản sao"));
        assertThat(checked(
                        it,
                        it.with(exceptions, "", Map.of("when", "copies.cuont > 2", "amount", "3", "unit", "YEAR")),
                        exceptions,
                        "1"))
                .containsOnlyKeys("when");
        assertThat(limit.without(exceptions, "1").files()).isEqualTo(it.files());
    }

    @Test
    void whatOfficersEnterIsAPartOfTheStep() {
        var it = of(COPIES);
        var enter = part("enter.appraisal");
        var typed = Map.of("vi", "Số bản đã cấp", "en", "Copies issued", "id", "decision.copies", "required", "yes");
        var after = it.with(enter, "integer", typed);
        assertThat(checked(it, after, enter, "decision.copies")).isEmpty();
        assertThat(read(after).entries().steps()).containsExactly("appraisal");
        assertThat(after.without(enter, "decision.copies").files()).isEqualTo(it.files());
    }

    @Test
    void documentsAreListedCaseByCase() {
        var it = of("1.001193");
        var cases = part("cases.case");
        assertThat(it.cases()).containsExactly(cases);
        assertThat(ids(it, cases)).containsExactly("thong-thuong", "bo-roi", "mang-thai-ho");
        assertThat(inputs(it, "cases.case", "bo-roi")).containsEntry("documents", "giay-chung-sinh,bien-ban-bo-roi");
        assertThat(it.change(cases, "bo-roi", "", inputs(it, "cases.case", "bo-roi"))
                        .files())
                .isEqualTo(it.files());

        var after = it.change(cases, "bo-roi", "", Map.of("documents", "bien-ban-bo-roi,xac-nhan-mang-thai-ho"));
        assertThat(after.files().get("procedure.yaml"))
                .contains("required: \"case in [\\\"thong-thuong\\\", \\\"mang-thai-ho\\\"]\"")
                .contains("trường hợp: Trẻ bị bỏ rơi; Trẻ sinh do mang thai hộ");
        assertThat(checked(it, after, cases, "bo-roi")).isEmpty();
        assertThat(wrong(() -> it.change(cases, "bo-roi", "", Map.of("documents", "giay-chung-sinh"))))
                .containsOnlyKeys("documents");
        assertThatThrownBy(() -> it.without(cases, "bo-roi")).isInstanceOf(Refused.class);
    }

    @Test
    void aGroupIsEditedByItsParts() {
        var it = of(GROUP);
        var linked = part("linked");
        assertThat(it.group()).isTrue();
        assertThat(ids(it, linked)).containsExactly("birth", "residence", "insurance", "identity");
        for (var sort : List.of(
                "linked",
                "whole",
                "record",
                "questions",
                "pages",
                "page.residence",
                "checks",
                "documents",
                "fees",
                "examples",
                "limit")) {
            for (var one : it.elements(part(sort))) {
                assertThat(it.change(part(sort), one.id(), one.kind(), it.inputs(part(sort), one.id(), one.kind()))
                                .files())
                        .as(sort + " " + one.id())
                        .isEqualTo(it.files());
            }
        }
        var residence = inputs(it, "linked", "residence");
        assertThat(residence).containsEntry("papers", "quan-he-nhan-than = birth");
        residence.computeIfPresent("answers", (_, was) -> was.replace("= child.gender", "= child.sex"));
        assertThat(checked(it, it.change(linked, "residence", "", residence), linked, "residence"))
                .hasSize(1)
                .doesNotContainKey("-");
        assertThat(it.uses(linked, "birth"))
                .extracting(StudioUses.Use::text)
                .contains("birth", "birth.decision.personalNumber");

        var documents = part("documents");
        var more = it.with(documents, "from", Map.of("from", "1.001939", "document", "khai-sinh"));
        assertThat(more.files().get("procedure.yaml"))
                .contains("{from: \"1.001939\", document: \"khai-sinh\"}", "# Mỗi phần thu khoản của mình");
        assertThat(more.elements(documents).getLast().kind()).isEqualTo("from");
        assertThat(more.without(documents, more.elements(documents).getLast().id())
                        .files())
                .isEqualTo(it.files());
    }

    @Test
    void everythingThatIsFilledInHasItsWords() {
        var all = new vn.motcua.shared.Messages().all(vn.motcua.shared.Language.EN);
        for (var sort : StudioPart.Sort.values()) {
            for (var kind : sort == StudioPart.Sort.PAGE ? StudioShape.kinds(false) : List.of("", "from")) {
                for (var slot : new StudioPart(sort, "").slots(kind, false)) {
                    var key = "studio.slot." + (slot.key().isEmpty() ? "label" : slot.key());
                    assertThat(all.containsKey(key)
                                    || all.containsKey(key + "." + sort)
                                    || all.containsKey(key + ".QUESTION")
                                    || key.startsWith("studio.slot.waits."))
                            .as(sort + " " + key)
                            .isTrue();
                }
            }
        }
    }

    private static StudioPart part(String word) {
        return StudioPart.named(word).orElseThrow();
    }

    private static Map<String, String> inputs(StudioPackage it, String word, String id) {
        return new HashMap<>(it.inputs(part(word), id, ""));
    }

    private static List<String> ids(StudioPackage it, StudioPart part) {
        return it.elements(part).stream().map(Element::id).toList();
    }

    private static ProcedurePackage read(StudioPackage it) {
        return ProcedurePackage.read(it.files());
    }

    private static StudioPackage of(String code) {
        return StudioPackage.of(CatalogueFiles.packages().getOrDefault(code, Map.of()));
    }

    /** What the studio would say of that edit. */
    private static Map<String, Phrase> checked(StudioPackage before, StudioPackage after, StudioPart part, String id) {
        var record = read(before).record();
        try {
            StudioCheck.of(record.code(), record.issuer().code(), part, id, before.files(), after.files());
            return Map.of();
        } catch (StudioWrong it) {
            return it.faults();
        }
    }

    private static Map<String, Phrase> wrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        return catchThrowableOfType(StudioWrong.class, edit).faults();
    }
}
