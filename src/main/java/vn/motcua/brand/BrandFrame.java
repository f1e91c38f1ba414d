package vn.motcua.brand;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Masthead;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Whose brand stands on a page: an officer's is their unit's, an administrator's their agency's. Everybody else sees that
 * of the host they came to where the operator named one, else the only agency's, else the nation's.
 */
@Component
public class BrandFrame implements Masthead.Source {

    private static final Logger LOG = LoggerFactory.getLogger(BrandFrame.class);

    private static final String PREVIEW = BrandFrame.class.getName() + ".preview";

    private final Brands brands;
    private final Palette palette;
    private final BrandSettings settings;
    private final CurrentVisitor visitor;
    private final Units units;
    private final Clock clock;

    BrandFrame(
            Brands brands, Palette palette, BrandSettings settings, CurrentVisitor visitor, Units units, Clock clock) {
        this.brands = brands;
        this.palette = palette;
        this.settings = settings;
        this.visitor = visitor;
        this.units = units;
        this.clock = clock;
    }

    /** Shows this request's page as it would be with that draft. */
    public void preview(HttpServletRequest request, BrandDrafts.Draft draft, String below) {
        request.setAttribute(PREVIEW, new Preview(shown(draft), below));
    }

    /** The draft with what it takes from above. */
    public Brand shown(BrandDrafts.Draft draft) {
        var place = draft.place();
        if (place.unit().isEmpty()) {
            return draft.brand();
        }
        var above = units.unit(place.unit().get()).flatMap(Unit::parent);
        return draft.brand().over(brands.of(new BrandPlace(place.tenant(), above)));
    }

    private record Preview(Brand brand, String below) {}

    @Override
    public Masthead current(Language language) {
        var preview = request().map(it -> it.getAttribute(PREVIEW));
        if (preview.isPresent() && preview.get() instanceof Preview it) {
            return masthead(it.brand(), it.below(), language);
        }
        try {
            return brands.all().isEmpty() ? Masthead.NONE : of(place(), language);
        } catch (DataAccessException | TransactionException away) {
            // The page that says that the database is away is shown without
            LOG.debug("no brand: {}", away.toString());
            return Masthead.NONE;
        }
    }

    /** As a page of that place shows it. */
    public Masthead of(BrandPlace place, Language language) {
        return masthead(brands.of(place), "/brand/" + place.word(), language);
    }

    /** As a page would show that brand, with picture and style sheet below that address. */
    public Masthead masthead(Brand brand, String below, Language language) {
        return new Masthead(
                brand.name(language),
                brand.emblem()
                        .map(it -> below + "/emblem?v=" + it.sha256().substring(0, 12))
                        .orElse(""),
                palette.find(brand.accent())
                        .map(it -> below + "/style?v=" + it.version())
                        .orElse(""),
                brand.address(),
                brand.hotline(),
                brand.footer(language));
    }

    private BrandPlace place() {
        return visitor.self()
                .flatMap(this::workingPlace)
                .or(this::namedPlace)
                .orElseGet(() -> BrandPlace.of(onlyTenant().orElse(TenantId.NATIONAL)));
    }

    private Optional<BrandPlace> workingPlace(SignedIn who) {
        return switch (who) {
            case SignedIn.OfficerAt it ->
                Optional.of(new BrandPlace(
                        it.tenant(),
                        it.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                                .map(position -> position.unit())
                                .findFirst()));
            case SignedIn.Administrator it -> Optional.of(BrandPlace.of(it.tenant()));
            case SignedIn.Applicant _ -> Optional.empty();
        };
    }

    private Optional<BrandPlace> namedPlace() {
        return request()
                .flatMap(it -> Optional.ofNullable(settings.hosts().get(it.getServerName())))
                .flatMap(this::place);
    }

    private Optional<BrandPlace> place(String named) {
        return named.contains("-")
                ? units.tree().all().stream()
                        .filter(it -> it.id().toString().equals(named))
                        .findFirst()
                        .map(it -> new BrandPlace(it.tenant(), Optional.of(it.id())))
                : BrandPlace.read(named);
    }

    private Optional<TenantId> onlyTenant() {
        var all = units.tenants().stream()
                .map(Tenant::id)
                .filter(it -> !it.equals(TenantId.NATIONAL))
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                ? Optional.of(it.getRequest())
                : Optional.empty();
    }
}
