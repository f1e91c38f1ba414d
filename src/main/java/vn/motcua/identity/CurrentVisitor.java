package vn.motcua.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.shared.Visitor;

/** Who is signed in on the current request. */
@Component
public class CurrentVisitor implements Visitor.Source {

    private final Accounts accounts;
    private final Units units;
    private final Access access;
    private final Clock clock;

    CurrentVisitor(Accounts accounts, Units units, Access access, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** Who is signed in, empty for nobody and for an account that was closed since. */
    public Optional<SignedIn> signedIn() {
        return token().flatMap(it -> accounts.signedIn(it.getPrincipal()));
    }

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
        return signedIn().map(it -> switch (it) {
            case SignedIn.Applicant who -> new Visitor(who.name(), "", false);
            case SignedIn.OfficerAt who -> new Visitor(who.name(), place(who), true, "/desk", parts(who));
            case SignedIn.Administrator who -> new Visitor(who.name(), "", false, "/admin", Set.of());
        });
    }

    private Set<Visitor.Part> parts(SignedIn.OfficerAt officer) {
        var parts = EnumSet.noneOf(Visitor.Part.class);
        if (access.may(officer, TenantAct.ANSWER_QUESTIONS).permitted()) {
            parts.add(Visitor.Part.QUESTIONS);
        }
        if (access.mayArrange(officer, Optional.empty()).permitted()) {
            parts.add(Visitor.Part.STAND_INS);
        }
        if (access.may(officer, TenantAct.INSPECT_ACCESS).permitted()) {
            parts.add(Visitor.Part.INSPECTION);
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
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                ? Languages.of(it.getRequest())
                : Language.VI;
    }
}
