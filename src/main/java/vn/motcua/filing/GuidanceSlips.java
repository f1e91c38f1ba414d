package vn.motcua.filing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.Followed;
import vn.motcua.document.Printing;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.papers.Slips;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/**
 * What somebody is given who goes home without having filed (phiếu hướng dẫn): all that is still missing, in one list, on the
 * form 02 of the one-stop. Nothing was received, so it has no number and starts no clock.
 */
@Component
public class GuidanceSlips {

    private final Slips slips;
    private final Printing printing;
    private final Messages messages;
    private final Trail trail;
    private final Clock clock;

    GuidanceSlips(Slips slips, Printing printing, Messages messages, Trail trail, Clock clock) {
        this.slips = slips;
        this.printing = printing;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /** The slip as PDF; refuses where nothing is missing. That it was printed stands in the log. */
    @Transactional
    public byte[] print(OfficerAt officer, Case of) {
        var lines = lines(of);
        if (lines.isEmpty()) {
            throw new Refused(FilingRefusal.NOTHING_IS_MISSING);
        }
        var walkIn = of.draft().walkIn().orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        var unit = of.draft().unit().orElseThrow(() -> new Refused(FilingRefusal.NOBODY_COMPETENT));
        var applicant = new Applicant(
                walkIn.person(),
                Optional.empty(),
                walkIn.name(),
                Optional.of(walkIn.number()),
                walkIn.phone(),
                walkIn.email());
        var issued = new Slips.Issued(
                unit,
                Optional.empty(),
                of.revision().id(),
                applicant,
                clock.instant(),
                officer.name(),
                Optional.empty(),
                Followed.NOT);
        trail.leave(new Look(
                officer.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.INTAKE,
                walkIn.person().map(it -> it.value()).orElse(new UUID(0, 0)),
                "guidance-printed",
                Fields.of(Fields.IDENTITY, Fields.ANSWERS)));
        return printing.print(slips.supplement(issued, new SupplementRequest(lines)));
    }

    private List<SupplementRequest.Line> lines(Case of) {
        var lines = new ArrayList<SupplementRequest.Line>();
        var answers = 0;
        for (var missing : of.missing()) {
            switch (missing) {
                case Missing.Document(var id, var name) ->
                    lines.add(new SupplementRequest.Line(name.vi(), say("filing.guidance.document"), Optional.of(id)));
                case Missing.Answer _ -> answers++;
                case Missing.Somewhere _, Missing.Receiving _ -> {}
            }
        }
        if (answers > 0) {
            lines.addFirst(new SupplementRequest.Line(
                    say("filing.guidance.form"), say("filing.guidance.answers", answers), Optional.empty()));
        }
        return lines;
    }

    private String say(String key, Object... arguments) {
        return messages.say(Language.VI, key, arguments);
    }
}
