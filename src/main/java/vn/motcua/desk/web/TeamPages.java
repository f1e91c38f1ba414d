package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.desk.Batch;
import vn.motcua.desk.BatchRefusal;
import vn.motcua.desk.Batches;
import vn.motcua.desk.Team;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where a leader sees who has how much work, and gives all or some of it to others. */
@Controller
public class TeamPages {

    private final Team team;
    private final Batches batches;
    private final Messages messages;

    TeamPages(Team team, Batches batches, Messages messages) {
        this.team = team;
        this.batches = batches;
        this.messages = messages;
    }

    /** Who has how much, and what the leader gave to others last. */
    public record View(List<Member> members, List<Choice> last) {}

    /** An officer; without work there is nothing to give. */
    public record Member(String href, String name, int steps, int dossiers) {}

    /**
     * What one of them has taken.
     *
     * @param chosen the picks that are ticked
     */
    public record Work(
            String here,
            String name,
            String command,
            String problem,
            List<Line> lines,
            List<String> chosen,
            List<Choice> colleagues,
            String to,
            String reason) {}

    /** A step that they have taken. */
    public record Line(String pick, String href, String number, String procedure, String step, String since) {}

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/team")
    ModelAndView team(OfficerAt who, HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        return Pages.show(
                "desk/team",
                new View(
                        team.members(who, speech.language()).stream()
                                .map(it ->
                                        new Member("/desk/team/" + it.officer(), it.name(), it.steps(), it.dossiers()))
                                .toList(),
                        batches.last(who).stream()
                                .filter(it -> it.what() == Batch.What.REASSIGN)
                                .map(it -> new Choice(
                                        "/desk/many/" + it.id(),
                                        speech.t(
                                                "desk.team.given",
                                                it.fromName(),
                                                it.to().isPresent() ? it.toName() : speech.t("desk.team.tray"),
                                                VietnamTime.moment(it.createdAt()))))
                                .toList()));
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/team/{officer}")
    ModelAndView work(OfficerAt who, @PathVariable String officer, HttpServletRequest request) {
        var taken = team.of(who, id(officer), Languages.of(request));
        var all = taken.claims().stream()
                .map(it -> it.dossier() + ":" + it.step())
                .toList();
        return page(taken, Ids.next(), all, "", "", "", HttpStatus.OK, request);
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/team/{officer}")
    ModelAndView reassign(
            OfficerAt who,
            @PathVariable String officer,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") List<String> pick,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            batches.reassign(who, command, id(officer), ManyPages.officer(to), reason, ManyPages.picks(pick), language);
        } catch (Refused refused) {
            if (!(refused.code() instanceof BatchRefusal)) {
                throw refused;
            }
            return page(
                    team.of(who, id(officer), language),
                    command,
                    pick,
                    to,
                    reason,
                    messages.say(language, refused),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request);
        }
        return new ModelAndView("redirect:" + language.prefix() + "/desk/many/" + command);
    }

    private ModelAndView page(
            Team.Taken taken,
            UUID command,
            List<String> chosen,
            String to,
            String reason,
            String problem,
            HttpStatus status,
            HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        return Pages.show(
                "desk/team-work",
                new Work(
                        "/desk/team/" + taken.officer(),
                        taken.name(),
                        command.toString(),
                        problem,
                        taken.claims().stream()
                                .map(it -> new Line(
                                        it.dossier() + ":" + it.step(),
                                        "/desk/dossiers/" + it.dossier(),
                                        it.number().isEmpty() ? speech.t("desk.noNumber") : it.number(),
                                        it.procedure(),
                                        it.stepName(),
                                        VietnamTime.moment(it.since())))
                                .toList(),
                        chosen,
                        taken.colleagues().stream()
                                .map(it -> new Choice(it.officer().toString(), it.name()))
                                .toList(),
                        to,
                        reason),
                status);
    }

    private static OfficerId id(String officer) {
        return ManyPages.officer(officer).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }
}
