package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Channel;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

/** The filings of the current tenant, and the national directory that tells who has one where. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Filings {

    private final JdbcClient db;

    Filings(JdbcClient db) {
        this.db = db;
    }

    /** What a command filed when it came before. */
    Optional<Confirmation> filedBy(UUID command) {
        var tenant = Scope.current().tenant();
        return db.sql("""
                        select f.id, f.tracking_code, f.filed_at, array_agg(d.id order by d.id) as dossiers
                        from filing f join dossier d on d.tenant_id = f.tenant_id and d.filing = f.id
                        where f.tenant_id = :tenant and f.command = :command
                        group by f.tenant_id, f.id
                        """)
                .param("tenant", tenant.value())
                .param("command", command)
                .query((row, _) -> new Confirmation(
                        new FilingId(row.getObject("id", UUID.class)),
                        new TrackingCode(row.getString("tracking_code")),
                        DossierRow.moment(row, "filed_at").orElseThrow(),
                        Arrays.stream((UUID[]) row.getArray("dossiers").getArray())
                                .map(it -> new DossierRef(tenant, new DossierId(it)))
                                .toList()))
                .optional();
    }

    /** Adds a filing with its entries in the directory; says whether it did, or the command was there already. */
    boolean add(FilingId id, TrackingCode code, FilingRequest request, UUID command, SignedIn by, Instant now) {
        var applicant = request.applicant();
        return db.sql("""
                        with added as (
                            insert into filing (tenant_id, id, command, tracking_code, channel, submitter, person,
                                organisation, applicant_name, applicant_folded, personal_number, phone, email, address,
                                wants_sms, available, receive_by, receive_at, filed_at)
                            values (:tenant, :id, :command, :code, :channel, cast(:submitter as uuid),
                                cast(:person as uuid), cast(:organisation as uuid), :name, :folded,
                                cast(:number as text), :phone, :email, :address, :sms, cast(:available as text[]),
                                :receiveBy, :receiveAt, :now)
                            on conflict (tenant_id, command) do nothing
                            returning tenant_id, id, applicant_folded, filed_at
                        ), named as (
                            insert into applicant_name (tenant_id, folded)
                            select a.tenant_id, a.applicant_folded from added a
                            on conflict (tenant_id, folded) do nothing
                        ), tracked as (
                            insert into tracking_directory (tenant_id, digest, holder, filing)
                            select 0, :digest, a.tenant_id, a.id from added a
                        ), owned as (
                            insert into filing_directory (tenant_id, owner, filing, holder, filed_at)
                            select 0, o.owner, a.id, a.tenant_id, a.filed_at
                            from added a, unnest(cast(:owners as uuid[])) as o(owner)
                        )
                        select count(*) from added
                        """)
                        .param("tenant", request.tenant().value())
                        .param("id", id.value())
                        .param("command", command)
                        .param("code", code.value())
                        .param("digest", code.digest())
                        .param("channel", request.channel().name())
                        .param(
                                "submitter",
                                submitter(by).map(AccountId::toString).orElse(null))
                        .param(
                                "person",
                                applicant.person().map(PersonId::toString).orElse(null))
                        .param(
                                "organisation",
                                applicant
                                        .organisation()
                                        .map(OrganisationId::toString)
                                        .orElse(null))
                        .param("name", applicant.name())
                        .param("folded", Text.fold(applicant.name()))
                        .param("number", applicant.personalNumber().orElse(null))
                        .param("phone", applicant.phone())
                        .param("email", applicant.email())
                        .param("address", applicant.address())
                        .param("sms", applicant.wantsSms())
                        .param("available", request.available().toArray(String[]::new))
                        .param("receiveBy", request.receiveBy().name())
                        .param("receiveAt", request.receiveAt())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("owners", owners(request, by).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The filing as it stands here, to be carried to another system. */
    Carried carried(FilingId id) {
        return db.sql("""
                        select tracking_code, channel, submitter, person, organisation, applicant_name, applicant_folded,
                            personal_number, phone, email, address, wants_sms, available, receive_by, receive_at, filed_at
                        from filing where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", id.value())
                .query((row, _) -> new Carried(
                        id,
                        new TrackingCode(row.getString("tracking_code")),
                        Channel.valueOf(row.getString("channel")),
                        Optional.ofNullable(row.getObject("submitter", UUID.class)),
                        new Applicant(
                                Optional.ofNullable(row.getObject("person", UUID.class))
                                        .map(PersonId::new),
                                Optional.ofNullable(row.getObject("organisation", UUID.class))
                                        .map(OrganisationId::new),
                                row.getString("applicant_name"),
                                DossierRow.text(row, "personal_number"),
                                row.getString("phone"),
                                row.getString("email"),
                                row.getString("address"),
                                row.getBoolean("wants_sms")),
                        row.getString("applicant_folded"),
                        DossierRow.texts(row, "available"),
                        HandOver.How.valueOf(row.getString("receive_by")),
                        row.getString("receive_at"),
                        DossierRow.moment(row, "filed_at").orElseThrow()))
                .single();
    }

    /** A filing of another system arrives here, for a part that is settled here; one that is here already stays. */
    void arrive(Carried it) {
        var owners = Stream.of(
                        it.submitter(),
                        it.applicant().organisation().map(OrganisationId::value),
                        it.applicant().organisation().isPresent()
                                ? Optional.<UUID>empty()
                                : it.applicant().person().map(PersonId::value))
                .flatMap(Optional::stream)
                .distinct()
                .toArray(UUID[]::new);
        db.sql("""
                        with added as (
                            insert into filing (tenant_id, id, command, tracking_code, channel, submitter, person,
                                organisation, applicant_name, applicant_folded, personal_number, phone, email, address,
                                wants_sms, available, receive_by, receive_at, filed_at)
                            values (:tenant, :id, :id, :code, :channel, cast(:submitter as uuid),
                                cast(:person as uuid), cast(:organisation as uuid), :name, :folded,
                                cast(:number as text), :phone, :email, :address, :sms, cast(:available as text[]),
                                :receiveBy, :receiveAt, :at)
                            on conflict (tenant_id, id) do nothing
                            returning tenant_id, id, applicant_folded, filed_at
                        ), named as (
                            insert into applicant_name (tenant_id, folded)
                            select a.tenant_id, a.applicant_folded from added a
                            on conflict (tenant_id, folded) do nothing
                        ), tracked as (
                            insert into tracking_directory (tenant_id, digest, holder, filing)
                            select 0, :digest, a.tenant_id, a.id from added a
                        ), owned as (
                            insert into filing_directory (tenant_id, owner, filing, holder, filed_at)
                            select 0, o.owner, a.id, a.tenant_id, a.filed_at
                            from added a, unnest(cast(:owners as uuid[])) as o(owner)
                        )
                        select count(*) from added
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", it.id().value())
                .param("code", it.code().value())
                .param("digest", it.code().digest())
                .param("channel", it.channel().name())
                .param("submitter", it.submitter().map(UUID::toString).orElse(null))
                .param("person", it.applicant().person().map(PersonId::toString).orElse(null))
                .param(
                        "organisation",
                        it.applicant()
                                .organisation()
                                .map(OrganisationId::toString)
                                .orElse(null))
                .param("name", it.applicant().name())
                .param("folded", it.applicantFolded())
                .param("number", it.applicant().personalNumber().orElse(null))
                .param("phone", it.applicant().phone())
                .param("email", it.applicant().email())
                .param("address", it.applicant().address())
                .param("sms", it.applicant().wantsSms())
                .param("available", it.available().toArray(String[]::new))
                .param("receiveBy", it.receiveBy().name())
                .param("receiveAt", it.receiveAt())
                .param("at", it.filedAt().atOffset(ZoneOffset.UTC))
                .param("owners", owners)
                .query(Integer.class)
                .single();
    }

    /** In whose systems the filing of that code is; several for a linked one. Asked in the national scope. */
    List<Entry> tracked(TrackingCode code) {
        return db.sql("select holder, filing from tracking_directory where tenant_id = 0 and digest = :digest")
                .param("digest", code.digest())
                .query((row, _) -> entry(row))
                .list();
    }

    /** The filings of these owners in all systems, latest first; asked in the national scope. */
    List<Entry> of(List<UUID> owners, int most) {
        return db.sql("""
                        select distinct holder, filing, filed_at from filing_directory
                        where tenant_id = 0 and owner = any(:owners)
                        order by filed_at desc, filing desc limit :most
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The filing of that code in all systems that have a part of it, when it is of these owners; asked in the national scope. */
    List<Entry> of(List<UUID> owners, TrackingCode code) {
        return db.sql("""
                        select distinct f.holder, f.filing
                        from tracking_directory t
                        join filing_directory f on f.tenant_id = t.tenant_id and f.filing = t.filing and f.holder = t.holder
                        where t.tenant_id = 0 and t.digest = :digest and f.owner = any(:owners)
                        """)
                .param("digest", code.digest())
                .param("owners", owners.toArray(UUID[]::new))
                .query((row, _) -> entry(row))
                .list();
    }

    /** A line of the directory. */
    record Entry(TenantId holder, FilingId filing) {}

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(new TenantId(row.getInt("holder")), new FilingId(row.getObject("filing", UUID.class)));
    }

    /** Taken in at the counter, an officer files it for somebody who has perhaps no account. */
    private static Optional<AccountId> submitter(SignedIn by) {
        return switch (by) {
            case SignedIn.Citizen it -> Optional.of(it.account());
            case SignedIn.Business it -> Optional.of(it.account());
            case SignedIn.ForAnother it -> Optional.of(it.account());
            case SignedIn.OfficerAt _, SignedIn.Administrator _ -> Optional.empty();
        };
    }

    private static List<UUID> owners(FilingRequest request, SignedIn by) {
        var owners = new LinkedHashSet<UUID>();
        submitter(by).map(AccountId::value).ifPresent(owners::add);
        request.applicant().organisation().map(OrganisationId::value).ifPresent(owners::add);
        if (owners.isEmpty() || request.applicant().organisation().isEmpty()) {
            request.applicant().person().map(PersonId::value).ifPresent(owners::add);
        }
        return new ArrayList<>(owners);
    }
}
