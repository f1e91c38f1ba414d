package vn.motcua.evidence.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.audit.Proof;
import vn.motcua.evidence.DossierProofs.Checked;
import vn.motcua.evidence.DossierProofs.Line;
import vn.motcua.identity.Standing;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** What came of checking a dossier, in words. */
@Component
public class ProofWords {

    private final Messages messages;
    private final Kinds kinds;

    ProofWords(Messages messages, Kinds kinds) {
        this.messages = messages;
        this.kinds = kinds;
    }

    /**
     * The page.
     *
     * @param address of the dossier's own page
     * @param reaches sentences: how many lines are proven how far
     */
    public record View(
            String procedure, String number, String address, boolean intact, List<String> reaches, List<Row> rows) {}

    /** A line of the log. */
    public record Row(String when, String who, String what, String reach, String tone) {}

    View view(String procedure, String number, String address, Checked checked, Language language) {
        return new View(
                procedure,
                number,
                address,
                checked.intact(),
                checked.strengths().entrySet().stream()
                        .map(it -> messages.say(language, "audit.strength." + it.getKey(), it.getValue()))
                        .toList(),
                checked.lines().stream().map(it -> row(it, language)).toList());
    }

    private Row row(Line line, Language language) {
        return new Row(
                VietnamTime.moment(line.at()),
                line.role()
                        .map(it -> line.who().orElse("") + ", "
                                + Standing.Kind.named(it)
                                        .map(_ -> messages.say(language, "identity.actingAs." + it))
                                        .orElseGet(() -> kinds.roleName(it, language)))
                        .orElseGet(() -> messages.say(language, "evidence.applicant")),
                acts(line.act(), language),
                messages.say(language, line.holds() ? "evidence.reach." + line.strength() : "evidence.reach.BROKEN"),
                !line.holds() ? "bad" : line.strength() == Proof.Strength.FRESH ? "" : "good");
    }

    /** Several acts of the log as words. */
    String acts(String acts, Language language) {
        return Arrays.stream(acts.split(" "))
                .map(it -> messages.say(language, "evidence.act." + it))
                .collect(Collectors.joining(", "));
    }
}
