package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** A package adds a paragraph to what its applicants are told; what would be wrong in it is refused with place and reason. */
class AddedWordsTest {

    private static final Messages MESSAGES = new Messages();

    @Test
    void anEventHasItsParagraphInBothLanguagesWithItsPlacesFilled() {
        var words = read("""
                messages:
                  result-issued:
                    vi: |
                      Mang giấy tờ tùy thân đến {{agency.name}},
                      nói mã {{ dossier.no }}.
                    en: Bring an identity paper and say {{dossier.no}}.
                """);
        assertThat(words.all()).containsOnlyKeys(ToldEvent.RESULT_ISSUED);
        assertThat(words.at(ToldEvent.RESULT_ISSUED, Language.VI, AddedWordsTest::known))
                .as("one paragraph")
                .contains("Mang giấy tờ tùy thân đến <agency.name>, nói mã <dossier.no>.");
        assertThat(words.at(ToldEvent.RESULT_ISSUED, Language.EN, AddedWordsTest::known))
                .contains("Bring an identity paper and say <dossier.no>.");
        assertThat(words.at(ToldEvent.HANDED_OVER, Language.VI, AddedWordsTest::known))
                .isEmpty();
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilledAgain() {
        var words = read(one("received", "Gặp {{agency.name}}"));
        assertThat(words.at(ToldEvent.RECEIVED, Language.VI, _ -> Optional.of("$1 {{dossier.no}}")))
                .contains("Gặp $1 {{dossier.no}}");
    }

    @Test
    void halfASentenceIsNotSaid() {
        var words = read(one("received", "Đến lúc {{dossier.due}}"));
        assertThat(words.at(ToldEvent.RECEIVED, Language.VI, _ -> Optional.empty()))
                .isEmpty();
        assertThat(words.at(ToldEvent.RECEIVED, Language.VI, _ -> Optional.of(" ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "khi-xong|Đến nhận|messages.khi-xong|event|khi-xong",
                "received|Chào {{child.fullName}}|messages.received.vi|place|child.fullName",
                "received|Chào {{agency.name|messages.received.vi|braces|ngoặc nhọn",
                "filed|Mã {{dossier.no}}|messages.filed.vi|early|dossier.no",
                "result-issued|Hẹn {{dossier.due}}|messages.result-issued.vi|early|dossier.due",
                "received|Vào https://vi-du.vn|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào WWW.vi-du.vn|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào vi-du.vn nộp tiền|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào Vídụ.COM.|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào {{agency.name}}.vn|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào bit.ly/abc|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào t.me/abc|messages.received.vi|link|địa chỉ trang mạng",
                "received|Hỏi motcua@vi-du.vn|messages.received.vi|link|địa chỉ trang mạng",
                "received|Vào vi-\u200bdu.v\u200bn|messages.received.vi|link|địa chỉ trang mạng",
            })
    void whatCannotBeSaidIsRefusedWhereItStands(String event, String text, String place, String reason, String said) {
        var refused = refused(one(event, text));
        assertThat(refused.code()).isEqualTo(CatalogueRefusal.PACKAGE_FAULTY);
        assertThat(refused.arguments().subList(0, 2)).isEqualTo(List.of("messages.yaml", place));
        var words = (Phrase) refused.arguments().get(2);
        assertThat(words.key()).isEqualTo("catalogue.problem.message." + reason);
        assertThat(MESSAGES.say(Language.VI, words)).contains(said).doesNotContain("{0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBND TP.HCM, Q.1",
                "Nghị định số 61/2018/NĐ-CP",
                "lúc 8.30 ngày 24.11.2026",
                "lệ phí 15.000 đồng/bản",
                "đến {{agency.name}}.Mang giấy tờ",
                "CMND/CCCD"
            })
    void whatOnlyLooksLikeAnAddressIsSaid(String text) {
        assertThat(read(one("received", text)).all()).hasSize(1);
    }

    @Test
    void whatNobodySeesIsLeftOutAndAnEventStandsOnce() {
        assertThat(read(one("received", "Đến\u202e \u200bnhận"))
                        .at(ToldEvent.RECEIVED, Language.VI, AddedWordsTest::known))
                .contains("Đến nhận");
        assertThat(refused("messages: {received: {vi: Đến, en: Come}, received: {vi: Mang, en: Bring}}")
                        .code())
                .isEqualTo(CatalogueRefusal.PACKAGE_FAULTY);
    }

    @Test
    void bothLanguagesAreThereAndNotTooLong() {
        assertThat(reason("messages: {received: {en: Come}}"))
                .isEqualTo("messages.received.vi catalogue.problem.message.no.vi");
        assertThat(reason("messages: {received: {vi: ' ', en: Come}}"))
                .isEqualTo("messages.received.vi catalogue.problem.message.no.vi");
        assertThat(reason("messages: {received: {vi: Đến}}"))
                .isEqualTo("messages.received.en catalogue.problem.message.no.en");
        assertThat(reason(one("received", "a".repeat(501))))
                .isEqualTo("messages.received.vi catalogue.problem.message.long");
        assertThat(read(one("received", "a".repeat(500))).all()).hasSize(1);
        assertThat(refused("messages: {received: Đến nhận}").arguments().get(1)).isEqualTo("messages.received");
        assertThat(refused("messages: [Đến nhận]").arguments().get(1)).isEqualTo("messages");
        assertThat(refused("messages:").arguments().get(1)).isEqualTo("messages");
        assertThat(refused("message: {}").arguments().get(2).toString()).contains("messages");
    }

    @Test
    void whatIsLeftOutAddsNothing() {
        assertThat(read("{}").all()).isEmpty();
        assertThat(ProcedurePackage.read(files("2.000635")).added().all()).isEmpty();
    }

    @Test
    void aPackageKeepsThemAndGoesOutAndComesInWithThem() {
        var files = files("1.001193");
        assertThat(ProcedurePackage.read(files).added().all()).containsOnlyKeys(ToldEvent.RESULT_ISSUED);
        assertThat(PackageArchive.read("goi.zip", PackageArchive.bytes(files))).isEqualTo(files);
        PackageCheck.names(false, files);
    }

    @Test
    void thePartsOfAGroupSayTheirOwnAndTheGroupNone() {
        var group = new HashMap<>(files("3.000722"));
        assertThat(group).containsKey("1.001193/messages.yaml");
        assertThat(ProcedurePackage.read(GroupText.of("1.001193", group))
                        .added()
                        .all())
                .containsOnlyKeys(ToldEvent.RESULT_ISSUED);
        group.put("messages.yaml", one("received", "Chờ"));
        assertThat(catchThrowableOfType(Refused.class, () -> ProcedurePackage.read(group))
                        .arguments()
                        .getFirst())
                .isEqualTo("messages.yaml");
    }

    @Test
    void everyEventIsCalledSomethingInTheStudio() {
        for (var language : Language.values()) {
            assertThat(MESSAGES.all(language).keySet())
                    .containsAll(ToldEvent.words().stream()
                            .map(it -> "studio.choice.id." + it)
                            .toList())
                    .containsAll(Stream.of(ToldFact.values())
                            .filter(it -> it != ToldFact.PROCEDURE_NAME)
                            .map(it -> "studio.fact." + it.place())
                            .toList());
        }
    }

    private static String one(String event, String vi) {
        return "messages:\n  " + event + ":\n    vi: \"" + vi + "\"\n    en: \"Words\"\n";
    }

    private static AddedWords read(String text) {
        return AddedWords.read(text);
    }

    private static Refused refused(String text) {
        return catchThrowableOfType(Refused.class, () -> read(text));
    }

    private static String reason(String text) {
        var refused = refused(text);
        return refused.arguments().get(1) + " " + ((Phrase) refused.arguments().get(2)).key();
    }

    private static Map<String, String> files(String code) {
        return CatalogueFiles.packages().getOrDefault(code, Map.of());
    }

    private static Optional<String> known(ToldFact fact) {
        return Optional.of("<" + fact.place() + ">");
    }
}
