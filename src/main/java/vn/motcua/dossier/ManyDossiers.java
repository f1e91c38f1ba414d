package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn;
import vn.motcua.route.RouteRefusal;
import vn.motcua.route.Token;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

/**
 * What can be done to many dossiers at once, and which of them have to be looked at by themselves. Each is asked for rights
 * and rules as if it came alone; nobody's data is shown.
 */
@Service
public class ManyDossiers {

    private final JdbcClient db;
    private final Commands commands;
    private final Access access;

    ManyDossiers(JdbcClient db, Commands commands, Access access) {
        this.db = db;
        this.commands = commands;
        this.access = access;
    }

    /** An open step of a dossier. */
    public record Pick(DossierId dossier, String step) {}

    /**
     * A dossier that was chosen with others.
     *
     * @param version the version that was asked about
     * @param number the dossier number; empty before reception
     * @param procedure the procedure's shorter name
     * @param stepName what the step is called
     * @param why why it is not done with the others; empty when it can be
     */
    public record Candidate(
            Pick pick, int version, String number, String procedure, String stepName, Optional<Refused> why) {}

    /** What would become of these; one that the officer may not see is left out. */
    public List<Candidate> candidates(
            SignedIn.OfficerAt by, DeskAction action, List<Pick> picks, Language language, Instant now) {
        return commands.inTenant(
                by.tenant(),
                by,
                () -> picks.stream()
                        .distinct()
                        .flatMap(it -> candidate(by, action, it, language, now).stream())
                        .toList());
    }

    /** Refuses what somebody has to look at by itself; inside a transaction that then does it. */
    public void demand(SignedIn.OfficerAt by, DeskAction action, Pick pick, Instant now) {
        keptOut(commands.unasked(new DossierRef(by.tenant(), pick.dossier()), by, now), action, pick.step())
                .ifPresent(it -> {
                    throw it;
                });
    }

    private Optional<Candidate> candidate(
            SignedIn.OfficerAt by, DeskAction action, Pick pick, Language language, Instant now) {
        Work work;
        try {
            work = commands.unasked(new DossierRef(by.tenant(), pick.dossier()), by, now);
        } catch (Refused refused) {
            if (refused.code() == AccessRefusal.NOT_THERE) {
                return Optional.empty();
            }
            throw refused;
        }
        if (!access.may(by, DeskAct.SEE, work.subject()).permitted()) {
            return Optional.empty();
        }
        var route = work.procedure().route();
        var name = route.steps().stream()
                .filter(it -> it.id().equals(pick.step()))
                .map(it -> it.name().in(language))
                .findFirst();
        return name.map(it -> new Candidate(
                pick,
                work.dossier().version(),
                work.dossier()
                        .stage()
                        .received()
                        .map(one -> one.number().value())
                        .orElse(""),
                work.procedure().name(language),
                it,
                withheld(work, by, action, pick.step(), it).or(() -> keptOut(work, action, pick.step()))));
    }

    private Optional<Refused> withheld(
            Work work, SignedIn.OfficerAt by, DeskAction action, String step, String stepName) {
        if (work.dossier().desk().seat(step).isEmpty()) {
            return Optional.of(new Refused(RouteRefusal.STEP_NOT_OPEN, stepName));
        }
        try {
            access.may(by, action.right(), work.subject().at(step)).orRefuse();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
        return new AllowedActions(
                        work.dossier(), work.path(), work.officer(), work.now(), (_, _) -> true, Instant.EPOCH, false)
                .refusal(action, step);
    }

    /** Taking and giving back decide nothing; what decides is kept for a look of its own wherever something is unusual. */
    private Optional<Refused> keptOut(Work work, DeskAction action, String step) {
        if (action == DeskAction.CLAIM || action == DeskAction.RELEASE) {
            return Optional.empty();
        }
        var dossier = work.dossier();
        if (dossier.leaving().isPresent()) {
            return Optional.of(new Refused(ManyRefusal.MANY_WANTED_BACK));
        }
        if (dossier.proposal().isPresent()) {
            return Optional.of(new Refused(ManyRefusal.MANY_PROPOSAL_OPEN));
        }
        if (dossier.desk().tokens().all().stream().anyMatch(it -> it.state() == Token.State.TAKEN_BACK)) {
            return Optional.of(new Refused(ManyRefusal.MANY_SENT_BACK));
        }
        if (action == DeskAction.APPROVE && denialProposed(dossier.id())) {
            return Optional.of(new Refused(ManyRefusal.MANY_DENIAL_PROPOSED));
        }
        var entered = work.procedure().entered(step, Map.of(), work.answers());
        return work.entryProblems(step, entered).isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(ManyRefusal.MANY_ENTRIES_NEEDED));
    }

    private boolean denialProposed(DossierId dossier) {
        return db.sql("""
                        select e.data ->> 'act' as act from dossier_event e
                        where e.tenant_id = motcua_tenant() and e.dossier = :dossier and e.kind = 'step-completed'
                            and not exists (select 1 from dossier_event u where u.tenant_id = e.tenant_id
                                and u.dossier = e.dossier and u.kind in ('step-undone', 'stage-undone')
                                and u.version > e.version and (u.data ->> 'again')::int < e.version)
                        order by e.version desc limit 1
                        """)
                .param("dossier", dossier.value())
                .query(String.class)
                .optional()
                .filter(vn.motcua.route.DeskAct.PROPOSE_DENIAL.name()::equals)
                .isPresent();
    }
}
