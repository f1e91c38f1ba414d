package vn.motcua.administration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.ChangeRequest.Kind;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.brand.Brand;
import vn.motcua.brand.BrandDrafts;
import vn.motcua.brand.BrandDrafts.Draft;
import vn.motcua.brand.BrandPlace;
import vn.motcua.brand.BrandRefusal;
import vn.motcua.brand.Brands;
import vn.motcua.brand.Palette;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * How an agency shows itself: filled in, looked at, published. One administrator is enough, except where the name that
 * stands on papers and messages becomes another: then one proposes and another confirms.
 */
@Service
public class BrandChanges implements Effect {

    private final ChangeRequests changes;
    private final Brands brands;
    private final BrandDrafts drafts;
    private final Palette palette;
    private final Units units;
    private final Trail trail;
    private final Clock clock;

    BrandChanges(
            ChangeRequests changes,
            Brands brands,
            BrandDrafts drafts,
            Palette palette,
            Units units,
            Trail trail,
            Clock clock) {
        this.changes = changes;
        this.brands = brands;
        this.drafts = drafts;
        this.palette = palette;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** The agency and its units of today, each with what is filled in for it. */
    public List<BrandPlace> places(Administrator who) {
        var all = new ArrayList<BrandPlace>();
        all.add(BrandPlace.of(who.tenant()));
        units.today(who.tenant()).forEach(it -> all.add(new BrandPlace(who.tenant(), Optional.of(it.id()))));
        return all;
    }

    /** That place of the administrator's agency, the whole of it where none is named; refused as unknown when it is none. */
    public BrandPlace place(Administrator who, String word) {
        return BrandPlace.read(word.isEmpty() ? who.tenant().toString() : word)
                .filter(places(who)::contains)
                .orElseThrow(() -> new Refused(BrandRefusal.BRAND_UNKNOWN));
    }

    /** What the place is called without a brand. */
    public Phrase nameOf(BrandPlace place) {
        return place.unit()
                .flatMap(units::unit)
                .map((Unit it) -> Phrase.of("administration.brand.ofUnit", it.name()))
                .orElseGet(() -> Phrase.of(
                        "administration.brand.ofTenant",
                        units.tenant(place.tenant()).map(Tenant::name).orElse("")));
    }

    /** Keeps what was filled in, to be looked at; refuses a colour that is not of the palette. */
    @Transactional
    public void draft(Administrator who, UUID id, BrandPlace place, Brand brand) {
        if (!brand.accent().isEmpty()) {
            palette.accent(brand.accent());
        }
        drafts.keep(new Draft(id, place, brand, who.account().value()), clock.instant());
        leave(who, id, "brand-drafted");
    }

    /** What is being looked at. */
    @Transactional(readOnly = true)
    public Draft draft(UUID id) {
        return drafts.find(id).orElseThrow(() -> new Refused(BrandRefusal.BRAND_UNKNOWN));
    }

    /** Whether publishing it needs a second administrator. */
    public boolean byTwo(Draft draft) {
        return !draft.brand().paperName().equals(brands.filledIn(draft.place()).paperName());
    }

    /** Publishes it, or proposes it where names on papers change. */
    @Transactional
    public Appointments.Step publish(Administrator who, UUID id) {
        var draft = draft(id);
        if (changes.exists(id)) {
            return Appointments.Step.WAITS;
        }
        if (changes.waiting().stream()
                .anyMatch(it -> it.kind() == Kind.CHANGE_BRAND
                        && it.part("place").equals(draft.place().word()))) {
            throw new Refused(AdministrationRefusal.BRAND_WAITS);
        }
        if (byTwo(draft)) {
            changes.propose(new ChangeRequest(
                    id,
                    Kind.CHANGE_BRAND,
                    id,
                    Map.of("place", draft.place().word()),
                    who.account().value(),
                    clock.instant()));
            leave(who, id, "brand-proposed");
            return Appointments.Step.WAITS;
        }
        brands.publish(draft.place(), draft.brand(), who.account().value(), clock.instant());
        leave(who, id, "brand-published");
        return Appointments.Step.DONE;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CHANGE_BRAND);
    }

    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        var draft = draft(change.about());
        brands.publish(draft.place(), draft.brand(), who.account().value(), clock.instant());
        leave(who, change.about(), "brand-confirmed");
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        var draft = draft(change.about());
        var name = draft.brand().paperName();
        return List.of(
                Phrase.of("administration.brand.change", nameOf(draft.place())),
                name.isEmpty()
                        ? Phrase.of("administration.brand.noPaperName")
                        : Phrase.of("administration.brand.onPapers", name));
    }

    private void leave(Administrator who, UUID about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
