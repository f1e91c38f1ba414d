package vn.motcua.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.privacy.DestructionReports;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** Where an inspector sees what was destroyed because its time was over. */
@Controller
public class DestructionPages {

    private final DestructionReports reports;
    private final Messages messages;

    DestructionPages(DestructionReports reports, Messages messages) {
        this.reports = reports;
        this.messages = messages;
    }

    /** The page. */
    public record View(List<Row> rows) {}

    /** A report. */
    public record Row(String at, String what, String rule, String by, String digest) {}

    /** The latest. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/destructions")
    ModelAndView latest(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "privacy/destructions",
                new View(reports.latest(who).stream()
                        .map(it -> new Row(
                                VietnamTime.moment(it.at()),
                                messages.say(language, "privacy.destroyed." + it.kind(), it.amount()),
                                it.rule(),
                                messages.say(language, "privacy.destroyed.by." + it.by()),
                                it.digest().hex()))
                        .toList()));
    }
}
