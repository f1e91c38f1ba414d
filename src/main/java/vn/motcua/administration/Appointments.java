package vn.motcua.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.ChangeRequest.Decision;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.OfficerTitles;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Appoints officers and administrators, and ends positions. Who leads, inspects or supervises a sector, and an
 * administrator, are appointed by two: one administrator proposes, another confirms. The agency's second administrator is the only exception, since there is nobody
 * to confirm. Every step leaves a line in the log in the same transaction.
 */
@Service
public class Appointments {

    private static final int TWO = 2;

    private final ChangeRequests changes;
    private final Officers officers;
    private final OfficerTitles titles;
    private final Administrators administrators;
    private final Units units;
    private final Kinds kinds;
    private final Trail trail;
    private final Clock clock;
    private final List<Effect> effects;

    Appointments(
            ChangeRequests changes,
            Officers officers,
            OfficerTitles titles,
            Administrators administrators,
            Units units,
            Kinds kinds,
            Trail trail,
            Clock clock,
            List<Effect> effects) {
        this.changes = changes;
        this.officers = officers;
        this.titles = titles;
        this.administrators = administrators;
        this.units = units;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
        this.effects = effects;
    }

    /**
     * A position to be given.
     *
     * @param id made with the form, so that a form sent twice appoints once
     * @param from first day; empty is refused
     * @param to last day, empty while open
     */
    public record Wanted(
            UUID id, OfficerId officer, UnitId unit, String role, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Whether a change is done or waits for the second administrator. */
    public enum Step {
        DONE,
        WAITS
    }

    /**
     * A change that waits.
     *
     * @param administrator whether it makes an administrator, otherwise a leader
     * @param name of whom
     * @param unit where, for a leader
     * @param mine whether the one who asks proposed it, and so cannot confirm it
     * @param said what it does in sentences, for what is neither of the two
     */
    public record Waiting(
            UUID id,
            boolean administrator,
            String name,
            Optional<UnitId> unit,
            String role,
            String from,
            String to,
            String proposedBy,
            Instant proposedAt,
            boolean mine,
            List<Phrase> said) {}

    /** The officer with that id. */
    @Transactional(readOnly = true)
    public Officer officer(OfficerId id) {
        return officers.officer(id).orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
    }

    /** The agency's administrators. */
    @Transactional(readOnly = true)
    public List<Administrators.Named> administrators() {
        return administrators.all();
    }

    /** What that officer is now (chức vụ), in words and above a signature; empty where nobody said so. */
    public Optional<Capacity> title(OfficerId officer) {
        return titles.of(officer, clock.instant());
    }

    /**
     * Says what that officer is from now on; it gives no right.
     *
     * @param id made with the form, so that a form sent twice says it once
     * @param authority the lines above the title when they sign, parted by {@code |}; empty for none
     */
    @Transactional
    public void title(Administrator who, UUID id, OfficerId officer, String authority, String title) {
        var of = officer(officer);
        var named = Text.clean(title);
        if (!Capacity.isTitle(named)) {
            throw new Refused(AdministrationRefusal.TITLE_WRONG);
        }
        titles.set(id, of.id(), capacity(Text.clean(authority), named), clock.instant());
        leave(who, officer.value(), "officer-titled");
    }

    private static Capacity capacity(String authority, String title) {
        try {
            return Capacity.of(authority, title);
        } catch (IllegalArgumentException wrong) {
            var refused = new Refused(AdministrationRefusal.AUTHORITY_WRONG);
            refused.initCause(wrong);
            throw refused;
        }
    }

    /** Gives an officer a position; one that leads or oversees waits for confirmation. */
    @Transactional
    public Step appoint(Administrator who, Wanted wanted) {
        var officer = officer(wanted.officer());
        var position = checked(who, officer, wanted);
        if (officer.positions().stream().anyMatch(it -> it.id().equals(position.id())) || changes.exists(wanted.id())) {
            return kinds.byTwo(wanted.role()) ? Step.WAITS : Step.DONE;
        }
        if (kinds.byTwo(wanted.role())) {
            var proposal = new HashMap<>(Map.of(
                    "unit",
                    wanted.unit().toString(),
                    "role",
                    wanted.role(),
                    "from",
                    position.from().toString()));
            wanted.to().ifPresent(it -> proposal.put("to", it.toString()));
            changes.propose(new ChangeRequest(
                    wanted.id(),
                    ChangeRequest.Kind.APPOINT_LEADER,
                    officer.id().value(),
                    proposal,
                    who.account().value(),
                    clock.instant()));
            leave(who, officer.id().value(), "appointment-proposed");
            return Step.WAITS;
        }
        give(officer, position);
        leave(who, officer.id().value(), "appointed");
        return Step.DONE;
    }

    /** Ends a position with that day as its last; it gives no right any more from the next day on. */
    @Transactional
    public void end(Administrator who, OfficerId officer, PositionId position, Optional<LocalDate> last) {
        var holder = officer(officer);
        var held = holder.positions().stream()
                .filter(it -> it.id().equals(position))
                .findFirst()
                .orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
        var day = last.filter(it -> !it.isBefore(held.from()))
                .orElseThrow(() -> new Refused(AdministrationRefusal.DAYS_OUT_OF_ORDER));
        give(holder, new Position(held.id(), held.unit(), held.role(), held.from(), Optional.of(day)));
        leave(who, officer.value(), "position-ended");
    }

    /**
     * Appoints an administrator of the same agency; done at once only while there is just one.
     *
     * @param id made with the form, so that a form sent twice appoints once
     */
    @Transactional
    public Step appointAdministrator(Administrator who, UUID id, String name, String userName, String password) {
        var wanted = administrators.checked(new AccountId(id), name, userName, password);
        var alone = administrators.all().size() < TWO;
        if (changes.exists(id)) {
            return Step.WAITS;
        }
        if (alone) {
            administrators.open(wanted);
            leave(who, id, "administrator-appointed");
            return Step.DONE;
        }
        changes.propose(new ChangeRequest(
                id,
                ChangeRequest.Kind.APPOINT_ADMINISTRATOR,
                id,
                Map.of("name", wanted.name(), "userName", wanted.userName(), "passwordHash", wanted.passwordHash()),
                who.account().value(),
                clock.instant()));
        leave(who, id, "administrator-proposed");
        return Step.WAITS;
    }

    /** What waits in the agency. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Administrator who) {
        var names = new HashMap<UUID, String>();
        administrators.all().forEach(it -> names.put(it.account().value(), it.name()));
        return changes.waiting().stream()
                .map(it -> new Waiting(
                        it.id(),
                        it.kind() == ChangeRequest.Kind.APPOINT_ADMINISTRATOR,
                        nameIn(it),
                        Optional.of(it.part("unit"))
                                .filter(unit -> !unit.isEmpty())
                                .map(UnitId::of),
                        it.part("role"),
                        it.part("from"),
                        it.part("to"),
                        names.getOrDefault(it.proposedBy(), ""),
                        it.proposedAt(),
                        it.proposedBy().equals(who.account().value()),
                        effect(it.kind()).map(effect -> effect.said(it)).orElse(List.of())))
                .toList();
    }

    /** Confirms another's proposal, which takes effect at once. */
    @Transactional
    public void confirm(Administrator who, UUID id) {
        var change = held(id);
        if (change.proposedBy().equals(who.account().value())) {
            throw new Refused(AdministrationRefusal.SECOND_PERSON_NEEDED);
        }
        changes.decide(id, Decision.CONFIRMED, who.account().value(), clock.instant());
        switch (change.kind()) {
            case APPOINT_LEADER -> {
                var officer = officer(new OfficerId(change.about()));
                give(officer, checked(who, officer, wanted(change)));
                leave(who, change.about(), "appointment-confirmed");
            }
            case APPOINT_ADMINISTRATOR -> {
                administrators.open(new Administrators.Wanted(
                        new AccountId(change.about()),
                        change.part("name"),
                        change.part("userName"),
                        change.part("passwordHash")));
                leave(who, change.about(), "administrator-confirmed");
            }
            case CHANGE_UNITS,
                    CHANGE_CALENDAR,
                    REMOVE_ADMINISTRATOR,
                    RESET_SECOND_FACTOR,
                    CHANGE_BRAND,
                    MAKE_TENANT,
                    STAND_IN -> effect(change.kind()).orElseThrow().confirm(who, change);
        }
    }

    /** Refuses a proposal, or takes one's own back. */
    @Transactional
    public void refuse(Administrator who, UUID id) {
        var change = held(id);
        changes.decide(id, Decision.REFUSED, who.account().value(), clock.instant());
        leave(who, change.about(), "change-refused");
    }

    private Optional<Effect> effect(ChangeRequest.Kind kind) {
        return effects.stream().filter(it -> it.kinds().contains(kind)).findFirst();
    }

    private ChangeRequest held(UUID id) {
        return changes.hold(id)
                .orElseThrow(() -> new Refused(
                        changes.exists(id)
                                ? AdministrationRefusal.CHANGE_DECIDED
                                : AdministrationRefusal.CHANGE_UNKNOWN));
    }

    private String nameIn(ChangeRequest change) {
        return switch (change.kind()) {
            case APPOINT_LEADER ->
                officers.officer(new OfficerId(change.about()))
                        .map(Officer::name)
                        .orElse("");
            case APPOINT_ADMINISTRATOR -> change.part("name");
            case CHANGE_UNITS,
                    CHANGE_CALENDAR,
                    REMOVE_ADMINISTRATOR,
                    RESET_SECOND_FACTOR,
                    CHANGE_BRAND,
                    MAKE_TENANT,
                    STAND_IN -> "";
        };
    }

    private static Wanted wanted(ChangeRequest change) {
        return new Wanted(
                change.id(),
                new OfficerId(change.about()),
                UnitId.of(change.part("unit")),
                change.part("role"),
                Optional.of(LocalDate.parse(change.part("from"))),
                Optional.of(change.part("to")).filter(it -> !it.isEmpty()).map(LocalDate::parse));
    }

    private Position checked(Administrator who, Officer officer, Wanted wanted) {
        if (units.unit(wanted.unit())
                .filter(it -> it.tenant().equals(who.tenant()) && endsAfter(it, wanted.from()))
                .isEmpty()) {
            throw new Refused(IdentityRefusal.UNIT_UNKNOWN);
        }
        if (!kinds.positions().containsKey(wanted.role())) {
            throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        }
        var from = wanted.from()
                .filter(it -> wanted.to().map(to -> !to.isBefore(it)).orElse(true))
                .orElseThrow(() -> new Refused(AdministrationRefusal.DAYS_OUT_OF_ORDER));
        var position = new Position(new PositionId(wanted.id()), wanted.unit(), wanted.role(), from, wanted.to());
        if (officer.positions().stream().anyMatch(it -> overlaps(it, position))) {
            throw new Refused(AdministrationRefusal.POSITION_HELD);
        }
        return position;
    }

    private static boolean endsAfter(Unit unit, Optional<LocalDate> day) {
        return unit.to().map(to -> day.filter(to::isBefore).isEmpty()).orElse(true);
    }

    private static boolean overlaps(Position held, Position wanted) {
        return !held.id().equals(wanted.id())
                && held.unit().equals(wanted.unit())
                && held.role().equals(wanted.role())
                && held.to().map(it -> !it.isBefore(wanted.from())).orElse(true)
                && wanted.to().map(it -> !it.isBefore(held.from())).orElse(true);
    }

    private void give(Officer officer, Position position) {
        officers.save(new Officer(officer.tenant(), officer.id(), officer.name(), List.of(position)));
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
