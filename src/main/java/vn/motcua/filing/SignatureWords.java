package vn.motcua.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.Verdict;

/** Says what was found about the signatures of uploaded files, to officers and applicants alike. */
@Component
public class SignatureWords {

    /** How many signatures of a file are told one by one. */
    private static final int MOST = 10;

    /** How much of what a certificate says of its owner is shown; anybody can make one. */
    private static final int LONGEST = 120;

    private final SignatureReports reports;
    private final SignedDeclarations declarations;
    private final Messages messages;

    SignatureWords(SignatureReports reports, SignedDeclarations declarations, Messages messages) {
        this.reports = reports;
        this.declarations = declarations;
        this.messages = messages;
    }

    /** What is said of these files of the current tenant, by their content hashes; nothing of those that are not signed. */
    public Map<String, SignatureView> of(Collection<String> files, Language language) {
        return reports.of(files).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> say(it.getValue(), language)));
    }

    /**
     * What the printed declaration of a dossier of the current tenant says in the place of the signature; empty where it was not signed
     * digitally, or was changed since.
     */
    public Optional<String> printed(DossierId dossier, Map<String, Object> answers) {
        return declarations.of(dossier, answers).map(this::printed);
    }

    private String printed(SignedDeclarations.Signed signed) {
        var at = VietnamTime.moment(signed.at());
        var found =
                reports.of(List.of(signed.file().sha256())).get(signed.file().sha256());
        return found == null
                ? messages.say(Language.VI, "filing.sign.printed", at, signed.provider())
                : messages.say(
                        Language.VI,
                        "filing.sign.printed.judged",
                        at,
                        signed.provider(),
                        say(found, Language.VI).verdict(),
                        VietnamTime.moment(found.at()));
    }

    private SignatureView say(SignatureReports.Report report, Language language) {
        var at = messages.say(language, "filing.signature.checked", VietnamTime.moment(report.at()));
        if (report.unread()) {
            return new SignatureView(
                    Verdict.INDETERMINATE.tone(),
                    messages.say(language, Verdict.INDETERMINATE.key()),
                    at,
                    List.of(messages.say(language, "filing.signature.unread")),
                    List.of());
        }
        var judged = report.judged();
        var more = judged.signatures().size() - MOST;
        return new SignatureView(
                judged.verdict().tone(),
                messages.say(language, judged.verdict().key()),
                at,
                Stream.concat(
                                judged.about().stream().sorted().map(it -> messages.say(language, it.key())),
                                more > 0
                                        ? Stream.of(messages.say(language, "filing.signature.more", more))
                                        : Stream.of())
                        .toList(),
                judged.signatures().stream()
                        .limit(MOST)
                        .map(it -> one(it, report.at(), language))
                        .toList());
    }

    private SignatureView.One one(Judgement.One it, Instant judgedAt, Language language) {
        return new SignatureView.One(
                who(it, language),
                messages.say(language, it.verdict().key()),
                it.sorted().stream()
                        .map(one -> messages.say(language, one.key()))
                        .toList(),
                List.of(
                        it.claimedAt()
                                .map(at -> messages.say(language, "filing.signature.at", VietnamTime.moment(at)))
                                .orElseGet(() -> messages.say(language, "filing.signature.at.none")),
                        it.stampedAt()
                                .map(at -> messages.say(language, "filing.signature.stamp", VietnamTime.moment(at)))
                                .orElseGet(() -> messages.say(language, "filing.signature.stamp.none")),
                        it.listOf()
                                .map(at -> messages.say(
                                        language,
                                        "filing.signature.list",
                                        VietnamTime.moment(at),
                                        Math.max(
                                                0,
                                                Duration.between(at, judgedAt).toDays())))
                                .orElseGet(() -> messages.say(language, "filing.signature.list.none"))));
    }

    private String who(Judgement.One it, Language language) {
        var said = Stream.of(it.name(), it.position(), it.agency())
                .map(Text::clean)
                .filter(one -> !one.isBlank())
                .distinct()
                .map(one -> one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "…")
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? messages.say(language, "filing.signature.nobody") : said;
    }
}
