package vn.motcua.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.motcua.organization.Units;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.shared.Visitor;

/** Who is signed in on the current request. */
@Component
public class CurrentVisitor implements Visitor.Source {

    private static final String WORKING = CurrentVisitor.class.getName() + ".working";

    private final Accounts accounts;
    private final Units units;
    private final Access access;
    private final ObjectProvider<Standings> standings;
    private final Clock clock;

    CurrentVisitor(Accounts accounts, Units units, Access access, ObjectProvider<Standings> standings, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.access = access;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Who is signed in, empty for nobody and for an account that was closed since. Where the address names a mandate, they
     * work for whoever gave it, or are nobody when it gives them nothing now.
     */
    public Optional<SignedIn> signedIn() {
        var request = request();
        var mandate = request.flatMap(Behalf::of);
        return mandate.isEmpty() ? self() : working(request.orElseThrow(), new MandateId(mandate.get()));
    }

    /** Who is signed in, for whomever they work. */
    public Optional<SignedIn> self() {
        return token().flatMap(it -> accounts.signedIn(it.getPrincipal()));
    }

    /** Asked once for each request, so that it is one answer from its door to its last line. */
    private Optional<SignedIn> working(HttpServletRequest request, MandateId mandate) {
        if (request.getAttribute(WORKING) instanceof Remembered it) {
            return it.who();
        }
        var who = self().filter(SignedIn.Hand.class::isInstance)
                .map(SignedIn.Hand.class::cast)
                .flatMap(it -> standings.getObject().working(it, mandate))
                .map(SignedIn.class::cast);
        request.setAttribute(WORKING, new Remembered(who));
        return who;
    }

    private record Remembered(Optional<SignedIn> who) {}

    /** The account of this session, empty for nobody. */
    public Optional<SessionAccount> account() {
        return token().map(SignedInToken::getPrincipal);
    }

    /** How whoever is signed in has proved who they are, empty for nobody. */
    public Optional<Proof> proof() {
        return token().map(SignedInToken::proof);
    }

    private static Optional<SignedInToken> token() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken token && token.live()
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public Optional<Visitor> current() {
        return signedIn().or(this::self).map(it -> switch (it) {
            case SignedIn.ForAnother who ->
                new Visitor(
                        who.hand().name(),
                        "",
                        false,
                        "/my",
                        Set.of(),
                        Optional.of(new Visitor.Working(
                                who.name(),
                                who.standing().kind().role(),
                                until(who.standing().term()),
                                who.standing().reach().draft().isPresent()
                                        ? "/together/" + who.standing().mandate()
                                        : "/my/mandates")));
            case SignedIn.Applicant who -> new Visitor(who.name(), "", false);
            case SignedIn.OfficerAt who -> new Visitor(who.name(), place(who), true, "/desk", parts(who));
            case SignedIn.Administrator who -> new Visitor(who.name(), "", false, "/admin", Set.of());
        });
    }

    /** The last day, or the moment where it is shorter. */
    private static String until(Term term) {
        return term.ended().map(VietnamTime::moment).orElseGet(() -> VietnamTime.day(term.until()));
    }

    private Set<Visitor.Part> parts(SignedIn.OfficerAt officer) {
        var parts = EnumSet.noneOf(Visitor.Part.class);
        if (access.may(officer, TenantAct.ANSWER_QUESTIONS).permitted()) {
            parts.add(Visitor.Part.QUESTIONS);
        }
        if (access.mayArrange(officer, Optional.empty()).permitted()) {
            parts.add(Visitor.Part.STAND_INS);
        }
        if (access.mayCheckMandates(officer, Optional.empty()).permitted()) {
            parts.add(Visitor.Part.MANDATES);
        }
        if (access.may(officer, TenantAct.INSPECT_ACCESS).permitted()) {
            parts.add(Visitor.Part.INSPECTION);
        }
        if (officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream().anyMatch(access::looksAfterArchive)) {
            parts.add(Visitor.Part.ARCHIVE);
        }
        if (access.maySuperviseSector(officer).permitted()) {
            parts.add(Visitor.Part.SUPERVISION);
        }
        if (access.may(officer, TenantAct.WRITE_PROCEDURES).permitted()
                || access.may(officer, TenantAct.REVIEW_PROCEDURES).permitted()) {
            parts.add(Visitor.Part.PROCEDURES);
        }
        return parts;
    }

    private String place(SignedIn.OfficerAt officer) {
        return officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .flatMap(it -> units.unit(it.unit()).stream())
                .map(it -> it.name(language()))
                .findFirst()
                .orElse("");
    }

    private static Language language() {
        return request().map(Languages::of).orElse(Language.VI);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                ? Optional.of(it.getRequest())
                : Optional.empty();
    }
}
