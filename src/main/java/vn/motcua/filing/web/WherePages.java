package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.filing.Case;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.Place;
import vn.motcua.filing.Step;
import vn.motcua.form.Places;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;

/** "Nộp ở đâu?": the competent one-stop, found from a place. */
@Controller
public class WherePages {

    private static final Step.Where STEP = new Step.Where();

    private final DraftDesk desk;
    private final Opened opened;
    private final Units units;

    WherePages(DraftDesk desk, Opened opened, Units units) {
        this.desk = desk;
        this.opened = opened;
        this.units = units;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/where")
    ModelAndView where(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(who, id, it -> page(it, false, request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/where")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String ward,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, _ -> {
            var of = desk.place(who, DraftId.of(id), new Place(code(province, 2), code(ward, 5)));
            if (posted.containsKey("show")) {
                return Opened.to(Opened.address(of) + "/where#content");
            }
            if (posted.containsKey("later")) {
                return Opened.to(Opened.address(of) + "/kept");
            }
            return of.draft().unit().isPresent() ? Opened.after(of, STEP, request) : page(of, true, request);
        });
    }

    private ModelAndView page(Case of, boolean wrong, HttpServletRequest request) {
        var language = Languages.of(request);
        var place = of.draft().place();
        var places = of.facts().places();
        var unit = of.draft().unit().flatMap(units::unit);
        var others = unit.isEmpty() && !place.province().isEmpty()
                ? desk.receivingIn(of.revision(), place.province()).stream()
                        .map(it -> it.name(language))
                        .toList()
                : List.<String>of();
        var view = new View(
                Opened.frame(of, STEP, request),
                place,
                places.provinces(),
                place.province().isEmpty() ? List.of() : places.wardsOf(place.province()),
                places.name(place.code()).orElse(""),
                unit.map(it -> office(it, language)),
                others,
                wrong);
        return Pages.show("filing/where", view, wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /** A unit as a person needs to find it. */
    static Office office(Unit unit, Language language) {
        return new Office(
                unit.name(language),
                unit.address(),
                unit.openingHours().map(it -> Hours.say(it, language)).orElse(""));
    }

    private static String code(String typed, int digits) {
        return typed.matches("\\d{" + digits + "}") ? typed : "";
    }

    /**
     * A one-stop.
     *
     * @param address may be empty
     * @param hours may be empty
     */
    public record Office(String name, String address, String hours) {}

    /**
     * What the page shows.
     *
     * @param placeName of what is chosen; empty for nothing
     * @param unit who is competent there
     * @param others who uses this system in the same province, when nobody is
     * @param wrong whether somebody wanted to go on without a competent unit
     */
    public record View(
            Frame frame,
            Place place,
            List<Places.Place> provinces,
            List<Places.Place> wards,
            String placeName,
            Optional<Office> unit,
            List<String> others,
            boolean wrong) {

        /** Whether a place is chosen where nobody uses this system. */
        public boolean nobody() {
            return unit.isEmpty() && !place.ward().isEmpty();
        }
    }
}
