package vn.motcua.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.form.Words;
import vn.motcua.shared.Ids;
import vn.motcua.shared.TenantId;

/** The rows of all vaults; the scope is the national one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Vaults {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<VaultEntry.Datum>> DATA = new TypeReference<>() {};

    private static final String ROW = """
            select e.id, e.owner_kind, e.owner_number, e.origin, e.kinds, e.name, e.name_en, e.issuer, e.number, e.issued_on,
                e.valid_until, e.file, e.signed, e.code, e.level, e.source_tenant, e.source_dossier, e.filing, e.data,
                e.landed_at, c.file as copy, c.signer, c.agency, c.made_at, g.how, g.reason, g.at as ended_at
            from vault_entry e left join vault_ending g on g.tenant_id = e.tenant_id and g.entry = e.id
            left join vault_copy c on c.tenant_id = e.tenant_id and c.entry = e.id
            where e.tenant_id = 0 and\s""";

    private final JdbcClient db;

    Vaults(JdbcClient db) {
        this.db = db;
    }

    /** Enters it, once; whether it was new. */
    boolean land(VaultEntry it) {
        return db.sql("""
                                insert into vault_entry (tenant_id, id, owner_kind, owner_number, origin, kinds, name, name_en,
                                    issuer, number, issued_on, valid_until, file, signed, code, level, source_tenant,
                                    source_dossier, filing, data, landed_at)
                                values (0, :id, :ownerKind, :ownerNumber, :origin, :kinds, :name, :nameEn, :issuer, :number,
                                    :issuedOn, :validUntil, :file, :signed, :code, :level, :sourceTenant, :sourceDossier,
                                    :filing, cast(:data as jsonb), :landedAt)
                                on conflict (tenant_id, owner_kind, owner_number, file) do nothing
                                """)
                        .param("id", it.id())
                        .param("ownerKind", it.owner().kind().name())
                        .param("ownerNumber", it.owner().number())
                        .param("origin", it.origin().name())
                        .param("kinds", it.kinds().toArray(String[]::new))
                        .param("name", it.name().vi())
                        .param("nameEn", it.name().en())
                        .param("issuer", it.issuer())
                        .param("number", it.number())
                        .param("issuedOn", it.issuedOn())
                        .param("validUntil", it.validUntil().orElse(null), Types.DATE)
                        .param("file", it.file().sha256())
                        .param("signed", it.signed())
                        .param("code", it.code())
                        .param("level", it.level())
                        .param(
                                "sourceTenant",
                                it.source().map(one -> one.tenant().value()).orElse(null),
                                Types.INTEGER)
                        .param(
                                "sourceDossier",
                                it.source().map(one -> one.id().value()).orElse(null),
                                Types.OTHER)
                        .param("filing", it.filing())
                        .param("data", JSON.writeValueAsString(it.data()))
                        .param("landedAt", utc(it.landedAt()))
                        .update()
                == 1;
    }

    /** Says that the file of that dossier ended in whosever vault it lies; said twice is said once. */
    void end(DossierRef dossier, FileId file, VaultEntry.Ending ending) {
        db.sql("""
                        insert into vault_ending (tenant_id, entry, how, reason, at)
                        select 0, e.id, :how, :reason, :at from vault_entry e
                        where e.tenant_id = 0 and e.file = :file and e.source_tenant = :tenant and e.source_dossier = :dossier
                        on conflict (tenant_id, entry) do nothing
                        """)
                .param("how", ending.how().name())
                .param("reason", ending.reason())
                .param("at", utc(ending.at()))
                .param("tenant", dossier.tenant().value())
                .param("dossier", dossier.id().value())
                .param("file", file.sha256())
                .update();
    }

    /** One of theirs. */
    Optional<VaultEntry> find(VaultOwner owner, UUID id) {
        return db.sql(ROW + "e.id = :id and e.owner_kind = :kind and e.owner_number = :number")
                .param("id", id)
                .param("kind", owner.kind().name())
                .param("number", owner.number())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** Whosever it is. */
    Optional<VaultEntry> find(UUID id) {
        return db.sql(ROW + "e.id = :id")
                .param("id", id)
                .query((row, _) -> entry(row))
                .optional();
    }

    /** Theirs, the latest first, from before that one on. */
    List<VaultEntry> of(VaultOwner owner, Optional<UUID> before, int most) {
        return db.sql(ROW + """
                        e.owner_kind = :kind and e.owner_number = :number
                            and (cast(:before as uuid) is null or e.id < :before)
                        order by e.id desc limit :most
                        """)
                .param("kind", owner.kind().name())
                .param("number", owner.number())
                .param("before", before.orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** Those of theirs that did not end and are one of these kinds, the latest first. */
    List<VaultEntry> of(VaultOwner owner, Set<String> kinds, LocalDate day, int most) {
        return db.sql(ROW + """
                        e.owner_kind = :kind and e.owner_number = :number and e.kinds && cast(:kinds as text[]) and g.entry is null
                            and (e.valid_until is null or e.valid_until >= :day)
                        order by e.id desc limit :most
                        """)
                .param("kind", owner.kind().name())
                .param("number", owner.number())
                .param("kinds", kinds.toArray(String[]::new))
                .param("day", day)
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** Writes down that it was used; with the same dossier once. */
    void use(UUID entry, VaultUse use, Optional<DossierId> dossier) {
        db.sql("""
                        insert into vault_use (tenant_id, id, entry, what, at, who, about, agency, dossier)
                        values (0, :id, :entry, :what, :at, :who, :about, :agency, :dossier)
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("entry", entry)
                .param("what", use.what().name())
                .param("at", utc(use.at()))
                .param("who", use.who())
                .param("about", use.about())
                .param("agency", use.agency())
                .param("dossier", dossier.map(DossierId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** How it was used, the latest first. */
    List<VaultUse> uses(UUID entry, int most) {
        return db.sql("""
                        select what, at, who, about, agency from vault_use
                        where tenant_id = 0 and entry = :entry order by id desc limit :most
                        """)
                .param("entry", entry)
                .param("most", most)
                .query((row, _) -> new VaultUse(
                        VaultUse.What.valueOf(row.getString("what")),
                        moment(row, "at"),
                        row.getString("who"),
                        row.getString("about"),
                        row.getString("agency")))
                .list();
    }

    private static VaultEntry entry(ResultSet row) throws SQLException {
        var how = row.getString("how");
        return new VaultEntry(
                row.getObject("id", UUID.class),
                new VaultOwner(VaultOwner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner_number")),
                VaultEntry.Origin.valueOf(row.getString("origin")),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                new Words(row.getString("name"), row.getString("name_en")),
                row.getString("issuer"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                FileId.of(row.getString("file")),
                row.getBoolean("signed"),
                row.getString("code"),
                row.getInt("level"),
                source(row.getObject("source_tenant", Integer.class), row.getObject("source_dossier", UUID.class)),
                row.getString("filing"),
                JSON.readValue(row.getString("data"), DATA),
                moment(row, "landed_at"),
                copy(row),
                how == null
                        ? Optional.empty()
                        : Optional.of(new VaultEntry.Ending(
                                VaultEntry.How.valueOf(how), moment(row, "ended_at"), row.getString("reason"))));
    }

    private static Optional<VaultEntry.Copy> copy(ResultSet row) throws SQLException {
        var file = row.getString("copy");
        return file == null
                ? Optional.empty()
                : Optional.of(new VaultEntry.Copy(
                        FileId.of(file), row.getString("signer"), row.getString("agency"), moment(row, "made_at")));
    }

    private static Optional<DossierRef> source(@Nullable Integer tenant, @Nullable UUID dossier) {
        return tenant == null || dossier == null
                ? Optional.empty()
                : Optional.of(new DossierRef(new TenantId(tenant), new DossierId(dossier)));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
