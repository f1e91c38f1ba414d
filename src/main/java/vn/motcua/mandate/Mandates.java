package vn.motcua.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.mandate.MandateState.Given;
import vn.motcua.mandate.MandateState.Revoked;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The mandates that the account of the current scope may see; the database shows it no others. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Mandates {

    private static final String COLUMNS = """
            select id, kind, representative, representative_name, body, principal_account, principal_person,
                principal_name, errands, sectors, procedures, from_day, until_day, state, expires_at, answered_at,
                ended_at, reason, minutes, draft
            from mandate where tenant_id = 0 and\s""";

    private final JdbcClient db;

    Mandates(JdbcClient db) {
        this.db = db;
    }

    Optional<Mandate> find(MandateId id) {
        return db.sql(COLUMNS + "id = :id")
                .param("id", id.value())
                .query((row, _) -> mandate(row))
                .optional();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Mandate> lock(MandateId id) {
        return db.sql(COLUMNS + "id = :id for update")
                .param("id", id.value())
                .query((row, _) -> mandate(row))
                .optional();
    }

    /** The question that waits under that code; from now on this transaction may answer it. */
    Optional<Mandate> waiting(ConsentCode code) {
        db.sql("select set_config('motcua.consent', :code, true)")
                .param("code", code.value())
                .query(String.class)
                .single();
        return db.sql(COLUMNS + "code = :code")
                .param("code", code.value())
                .query((row, _) -> mandate(row))
                .optional();
    }

    /** The code of an open question, for who asked it. */
    Optional<ConsentCode> code(MandateId id) {
        return db.sql("select code from mandate where tenant_id = 0 and id = :id and code is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(ConsentCode::new);
    }

    /** All by which that account acts for others, or asked to, latest first. */
    List<Mandate> heldBy(AccountId account) {
        return list("representative = :account", account);
    }

    /** All that were given in the name of that account, or refused, latest first. */
    List<Mandate> givenBy(AccountId account) {
        return list("principal_account = :account", account);
    }

    /** By which somebody was let into that draft, latest first. */
    List<Mandate> onDraft(UUID draft) {
        return db.sql(COLUMNS + "draft = :draft order by asked_at desc, id")
                .param("draft", draft)
                .query((row, _) -> mandate(row))
                .list();
    }

    private List<Mandate> list(String which, AccountId account) {
        return db.sql(COLUMNS + which + " order by asked_at desc, id limit 200")
                .param("account", account.value())
                .query((row, _) -> mandate(row))
                .list();
    }

    /**
     * Adds a question; says whether it did, or the id was there already.
     *
     * @param code under which the person answers; empty where an officer checks a document
     * @param claim whom that document names; empty otherwise
     */
    boolean add(Mandate mandate, Optional<ConsentCode> code, Optional<Claim> claim, Instant now) {
        var expires = mandate.state() instanceof Asked(var at) ? at : now;
        return db.sql("""
                        insert into mandate (tenant_id, id, kind, representative, representative_name, body, errands,
                            sectors, procedures, from_day, until_day, state, code, asked_at, expires_at, reason,
                            claimed_number, claimed_name, claimed_born, checked_in, check_unit, minutes)
                        values (0, :id, :kind, :representative, :name, :body, :errands, :sectors, :procedures, :from,
                            :until, 'ASKED', :code, :now, :expires, '', :claimedNumber, :claimedName, :claimedBorn,
                            :checkedIn, :checkUnit, :minutes)
                        on conflict (tenant_id, id) do nothing
                        """)
                        .param("id", mandate.id().value())
                        .param("kind", mandate.kind().name())
                        .param(
                                "representative",
                                mandate.representative().account().value())
                        .param("name", mandate.representative().name())
                        .param("body", mandate.body())
                        .param(
                                "errands",
                                texts(mandate.reach().errands().stream()
                                        .map(Enum::name)
                                        .toList()))
                        .param("sectors", texts(mandate.reach().sectors()))
                        .param("procedures", texts(mandate.reach().procedures()))
                        .param("from", mandate.from())
                        .param("until", mandate.until())
                        .param("code", code.map(ConsentCode::value).orElse(null), Types.VARCHAR)
                        .param("claimedNumber", claim.map(Claim::number).orElse(null), Types.VARCHAR)
                        .param("claimedName", claim.map(Claim::name).orElse(null), Types.VARCHAR)
                        .param("claimedBorn", claim.map(Claim::born).orElse(null), Types.DATE)
                        .param("checkedIn", claim.map(it -> it.tenant().value()).orElse(null), Types.INTEGER)
                        .param("checkUnit", claim.map(it -> it.unit().value()).orElse(null), Types.OTHER)
                        .param(
                                "minutes",
                                mandate.together().map(Together::minutes).orElse(null),
                                Types.INTEGER)
                        .param("now", at(now))
                        .param("expires", at(expires))
                        .update()
                == 1;
    }

    /** What waits to be checked in the current tenant, oldest first. */
    List<ToCheck> toCheck(Instant now) {
        return db.sql("""
                        select m.id, m.kind, m.representative, m.representative_name, m.body, m.principal_account,
                            m.principal_person, m.principal_name, m.errands, m.sectors, m.procedures, m.from_day,
                            m.until_day, m.state, m.expires_at, m.answered_at, m.ended_at, m.reason, m.minutes, m.draft, m.claimed_number,
                            m.claimed_name, m.claimed_born, m.checked_in, m.check_unit, m.asked_at as asked
                        from mandate m
                        where m.tenant_id = 0 and m.checked_in = :tenant and m.state = 'ASKED' and m.expires_at > :now
                        order by m.asked_at, m.id limit 200
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("now", at(now))
                .query((row, _) -> new ToCheck(
                        mandate(row),
                        new Claim(
                                row.getString("claimed_number"),
                                row.getString("claimed_name"),
                                row.getObject("claimed_born", LocalDate.class),
                                new TenantId(row.getInt("checked_in")),
                                new UnitId(row.getObject("check_unit", UUID.class))),
                        moment(row, "asked").orElseThrow()))
                .list();
    }

    /** A mandate whose document waits to be checked. */
    record ToCheck(Mandate mandate, Claim claim, Instant askedAt) {}

    /** Writes what became of it; a question that is answered forgets its code. */
    void save(Mandate mandate) {
        var answered = switch (mandate.state()) {
            case Asked _ -> null;
            case Given(var at) -> at(at);
            case MandateState.Refused(var at, var _) -> at(at);
            case Revoked(var given, var _) -> at(given);
        };
        db.sql("""
                        update mandate set state = :state, code = null, answered_at = :answered, ended_at = :ended,
                            reason = :reason, principal_account = :account, principal_person = :person,
                            principal_name = :name, minutes = :minutes, draft = :draft
                        where tenant_id = 0 and id = :id
                        """)
                .param("id", mandate.id().value())
                .param(
                        "state",
                        switch (mandate.state()) {
                            case Asked _ -> "ASKED";
                            case Given _ -> "GIVEN";
                            case MandateState.Refused _ -> "REFUSED";
                            case Revoked _ -> "REVOKED";
                        })
                .param("answered", answered, Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "ended",
                        mandate.state() instanceof Revoked(var _, var ended) ? at(ended) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", mandate.state() instanceof MandateState.Refused(var _, var why) ? why : "")
                .param(
                        "account",
                        mandate.principal().map(it -> it.account().value()).orElse(null),
                        Types.OTHER)
                .param(
                        "person",
                        mandate.principal().map(it -> it.person().value()).orElse(null),
                        Types.OTHER)
                .param("name", mandate.principal().map(Principal::name).orElse(null), Types.VARCHAR)
                .param("minutes", mandate.together().map(Together::minutes).orElse(null), Types.INTEGER)
                .param("draft", mandate.together().flatMap(Together::draft).orElse(null), Types.OTHER)
                .update();
    }

    /** Notes that something happened. */
    void note(MandateId mandate, SignedIn who, String kind, String about, Instant now) {
        db.sql("""
                        insert into mandate_event (tenant_id, mandate, id, at, actor, actor_name, kind, about)
                        values (0, :mandate, :id, :now, :actor, :name, :kind, :about)
                        """)
                .param("mandate", mandate.value())
                .param("id", Ids.next())
                .param("now", at(now))
                .param("actor", who.actor().value())
                .param("name", who.actorName())
                .param("kind", kind)
                .param("about", about)
                .update();
    }

    /** Whether the same was noted by the same person since then. */
    boolean noted(MandateId mandate, SignedIn who, String kind, String about, Instant since) {
        return db.sql("""
                        select exists (select 1 from mandate_event
                            where tenant_id = 0 and mandate = :mandate and actor = :actor and kind = :kind
                                and about = :about and at >= :since)
                        """)
                .param("mandate", mandate.value())
                .param("actor", who.actor().value())
                .param("kind", kind)
                .param("about", about)
                .param("since", at(since))
                .query(Boolean.class)
                .single();
    }

    /** All that happened, latest first. */
    List<MandateEvent> history(MandateId mandate) {
        return db.sql("""
                        select at, actor_name, kind, about from mandate_event
                        where tenant_id = 0 and mandate = :mandate order by at desc, id desc limit 500
                        """)
                .param("mandate", mandate.value())
                .query((row, _) -> new MandateEvent(
                        moment(row, "at").orElseThrow(),
                        row.getString("actor_name"),
                        row.getString("kind"),
                        row.getString("about")))
                .list();
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                new MandateId(row.getObject("id", UUID.class)),
                Standing.Kind.valueOf(row.getString("kind")),
                new Mandate.Representative(
                        new AccountId(row.getObject("representative", UUID.class)),
                        row.getString("representative_name")),
                row.getString("body"),
                principal(row),
                new Reach(
                        texts(row, "errands").stream()
                                .map(Reach.Errand::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        texts(row, "sectors"),
                        texts(row, "procedures")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                state(row),
                together(row));
    }

    private static Optional<Together> together(ResultSet row) throws SQLException {
        var draft = Optional.ofNullable(row.getObject("draft", UUID.class));
        return Optional.ofNullable(row.getObject("minutes", Integer.class)).map(it -> new Together(it, draft));
    }

    private static Optional<Principal> principal(ResultSet row) throws SQLException {
        var account = row.getObject("principal_account", UUID.class);
        return account == null
                ? Optional.empty()
                : Optional.of(new Principal(
                        new AccountId(account),
                        new PersonId(row.getObject("principal_person", UUID.class)),
                        row.getString("principal_name")));
    }

    private static MandateState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "ASKED" -> new Asked(moment(row, "expires_at").orElseThrow());
            case "GIVEN" -> new Given(moment(row, "answered_at").orElseThrow());
            case "REFUSED" ->
                new MandateState.Refused(moment(row, "answered_at").orElseThrow(), row.getString("reason"));
            case "REVOKED" ->
                new Revoked(
                        moment(row, "answered_at").orElseThrow(),
                        moment(row, "ended_at").orElseThrow());
            default -> throw new IllegalStateException("no state of a mandate: " + row.getString("state"));
        };
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] texts(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
