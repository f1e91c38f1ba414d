package vn.motcua.result;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** What of the register of the current tenant is to be appraised, and what came of it. */
final class AppraisalStore {

    private final JdbcClient db;
    private final NumberStore numbers;

    AppraisalStore(JdbcClient db, NumberStore numbers) {
        this.db = db;
        this.numbers = numbers;
    }

    /** What of these units waits to be appraised in one of these roles and that officer had no hand in, the oldest first. */
    List<Registered> toAppraise(OfficerId by, Set<String> roles, Set<UnitId> issuers, int most) {
        return db.sql(ResultRow.SELECT + """
                        r.issuer = any(:issuers) and r.appraiser_role = any(:roles) and r.state = 'DRAFTED'
                            and r.appraiser_role <> '' and :by <> all(r.drafters)
                        order by r.drafted_at, r.id limit :most
                        """)
                .param("tenant", tenant())
                .param("by", by.value())
                .param("roles", roles.toArray(String[]::new))
                .param("issuers", issuers.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> ResultRow.registered(row))
                .list();
    }

    /** What was judged with that command. */
    Optional<Registered> byAppraisal(UUID command) {
        return db.sql(ResultRow.SELECT + "r.appraisal_command = :command")
                .param("tenant", tenant())
                .param("command", command)
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    /** It is appraised; says no when it does not wait for that. */
    boolean appraised(UUID id, OfficerId by, UUID command, Instant now) {
        return judged(id, by, command, now, Optional.empty());
    }

    /** It is sent back and never comes to be signed; its number is free again. Says no when it does not wait for that. */
    boolean sentBack(UUID id, OfficerId by, UUID command, Instant now, String words) {
        var done = judged(id, by, command, now, Optional.of(words));
        numbers.giveBack(id);
        return done;
    }

    /**
     * It is judged.
     *
     * @param words with which it is sent back; empty where it is put up for signing
     */
    private boolean judged(UUID id, OfficerId by, UUID command, Instant now, Optional<String> words) {
        return db.sql("""
                                update result set state = case when :back then 'REVOKED' else 'APPRAISED' end, sent_back = :back,
                                    ended_at = case when :back then cast(:now as timestamptz) end, reason = :words,
                                    appraised_by = :by, appraised_at = :now, appraisal_command = :command
                                where tenant_id = :tenant and id = :id and state = 'DRAFTED' and appraiser_role <> ''
                                """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("by", by.value())
                        .param("command", command)
                        .param("back", words.isPresent())
                        .param("words", words.orElse(""))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** The last one of that dossier, where it was sent back. */
    Optional<Registered> sentBack(DossierId dossier) {
        return db.sql(ResultRow.SELECT + "r.dossier = :dossier order by r.drafted_at desc, r.id desc limit 1")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> ResultRow.registered(row))
                .optional()
                .filter(Registered::sentBack);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
