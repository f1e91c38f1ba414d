package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Case;
import vn.motcua.filing.Delivery;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.Step;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Text;

/** How the result is to come. */
@Controller
public class DeliveryPages {

    private static final Step.Receiving STEP = new Step.Receiving();
    private static final int SHORTEST_ADDRESS = 10;
    private static final int LONGEST_ADDRESS = 300;

    private final DraftDesk desk;
    private final Opened opened;
    private final Units units;
    private final Messages messages;

    DeliveryPages(DraftDesk desk, Opened opened, Units units, Messages messages) {
        this.desk = desk;
        this.opened = opened;
        this.units = units;
        this.messages = messages;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/delivery")
    ModelAndView delivery(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(
                who,
                id,
                it -> page(
                        it,
                        it.draft().delivery().map(Delivery::how),
                        it.draft()
                                .delivery()
                                .map(Delivery::at)
                                .filter(at -> !at.isEmpty())
                                .orElseGet(() -> address(who, it)),
                        Map.of(),
                        request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/delivery")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String at,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, before -> {
            var chosen = Arrays.stream(HandOver.How.values())
                    .filter(it -> it.name().equals(how))
                    .findFirst();
            var address = Text.clean(at);
            var wrong = wrong(chosen, address, request);
            var leaving = Opened.leaving(before, STEP, posted, request);
            if (!wrong.isEmpty() && leaving.isEmpty()) {
                return page(before, chosen, address, wrong, request);
            }
            if (wrong.isEmpty()) {
                chosen.ifPresent(it ->
                        desk.receive(who, DraftId.of(id), new Delivery(it, it == HandOver.How.POST ? address : "")));
            }
            return leaving.orElseGet(() -> Opened.after(before, STEP, request));
        });
    }

    private Map<String, String> wrong(Optional<HandOver.How> chosen, String address, HttpServletRequest request) {
        var wrong = new LinkedHashMap<String, String>();
        var language = Languages.of(request);
        if (chosen.isEmpty()) {
            wrong.put("how", messages.say(language, "filing.delivery.choose"));
        } else if (chosen.get() == HandOver.How.POST && address.length() < SHORTEST_ADDRESS) {
            wrong.put("at", messages.say(language, "filing.delivery.addressMissing"));
        } else if (chosen.get() == HandOver.How.POST && address.length() > LONGEST_ADDRESS) {
            wrong.put(
                    "at", messages.say(language, "filing.delivery.addressTooLong", LONGEST_ADDRESS, address.length()));
        }
        return wrong;
    }

    private ModelAndView page(
            Case of,
            Optional<HandOver.How> how,
            String address,
            Map<String, String> wrong,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var office = of.draft().unit().flatMap(units::unit).map(it -> WherePages.office(it, language));
        return Pages.show(
                "filing/delivery",
                new View(Opened.frame(of, STEP, request), how.map(Enum::name).orElse(""), address, office, wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String address(SignedIn who, Case of) {
        var places = of.facts().places();
        return desk.person(who, of.draft())
                .filter(it -> !it.ward().isBlank())
                .map(it -> line(
                        it,
                        places.name(it.ward()).orElse(""),
                        places.name(it.province()).orElse("")))
                .orElse("");
    }

    private static String line(Person person, String ward, String province) {
        return String.join(", ", person.address(), ward, province);
    }

    /**
     * What the page shows.
     *
     * @param how what is chosen; empty for nothing
     * @param address for post
     * @param office where one could fetch it
     * @param wrong what is wrong, by field
     */
    public record View(
            Frame frame, String how, String address, Optional<WherePages.Office> office, Map<String, String> wrong) {}
}
