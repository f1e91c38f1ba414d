package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.Access;
import vn.motcua.identity.Matter;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.TenantId;

/** All dossiers of an applicant, in whosever systems they are: the national directory says where to ask. */
@Service
public class MyDossiers {

    private static final int MOST = 200;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Optional<MyDossier> NOT_THEIRS = Optional.empty();

    private final JdbcClient db;
    private final Commands commands;
    private final Filings filings;
    private final Procedures procedures;
    private final Access access;
    private final Trail trail;
    private final Clock clock;
    private final Messages messages;

    MyDossiers(
            JdbcClient db,
            Commands commands,
            Filings filings,
            Procedures procedures,
            Access access,
            Trail trail,
            Clock clock,
            Messages messages) {
        this.db = db;
        this.commands = commands;
        this.filings = filings;
        this.procedures = procedures;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.messages = messages;
    }

    /** What to do first, then latest first; at most the latest two hundred filings. */
    public List<MyDossier> of(SignedIn.Applicant who, Language language) {
        return of(who, language, () -> filings.of(owners(who), MOST));
    }

    /** Those of one filing, however long ago it was; none when it is not theirs. */
    public List<MyDossier> of(SignedIn.Applicant who, TrackingCode filing, Language language) {
        return of(who, language, () -> filings.of(owners(who), filing));
    }

    private List<MyDossier> of(SignedIn.Applicant who, Language language, Supplier<List<Filings.Entry>> which) {
        var found = commands.inTenant(TenantId.NATIONAL, who, () -> entries(who, which)).stream()
                .collect(Collectors.groupingBy(
                        Filings.Entry::holder, Collectors.mapping(Filings.Entry::filing, Collectors.toList())));
        var all = new ArrayList<MyDossier>();
        found.forEach(
                (tenant, ids) -> all.addAll(commands.inTenant(tenant, who, () -> read(who, tenant, ids, language))));
        all.sort(Comparator.comparing(MyDossier::toDo)
                .reversed()
                .thenComparing(Comparator.comparing(MyDossier::filedAt).reversed()));
        return all;
    }

    /** Who looks through another person's list is written down, once an hour. */
    private List<Filings.Entry> entries(SignedIn.Applicant who, Supplier<List<Filings.Entry>> which) {
        who.actingAs()
                .ifPresent(as -> trail.once(
                        List.of(new Look(
                                who.actor().value(),
                                Optional.empty(),
                                Optional.of(as),
                                Purpose.BEHALF,
                                who.person().value(),
                                "dossiers-listed",
                                Fields.of(Fields.HISTORY))),
                        clock.instant().minus(AN_HOUR)));
        return which.get();
    }

    private List<MyDossier> read(SignedIn.Applicant who, TenantId tenant, List<FilingId> ids, Language language) {
        return db
                .sql("""
                        select d.id, coalesce(d.number, d.given_number) as number, d.revision, d.stage, d.filed_at, d.due_at, f.tracking_code, f.applicant_name,
                            coalesce(l.place::bigint, o.place::bigint,
                                case when count(*) over (partition by f.id) > 1 or d.stage = 'PASSED_ACROSS'
                                then row_number() over (partition by f.id order by d.id) end) as place,
                            l.group_revision
                        from filing f join dossier d on d.tenant_id = f.tenant_id and d.filing = f.id
                        left join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        left join dossier_origin o on o.tenant_id = d.tenant_id and o.dossier = d.id
                        where f.tenant_id = :tenant and f.id = any(cast(:ids as uuid[]))
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(FilingId::value).toArray(UUID[]::new))
                .query((row, _) -> reaches(who, row) ? Optional.of(mine(row, tenant, language)) : NOT_THEIRS)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who works for another person finds in the list what their mandate lets them open. */
    private boolean reaches(SignedIn.Applicant who, ResultSet row) throws SQLException {
        var revision = new RevisionId(row.getObject("revision", UUID.class));
        var procedure = procedures.of(revision);
        return access.mayFollow(who, new Matter(procedure.code(), procedure.sector()));
    }

    private MyDossier mine(ResultSet row, TenantId tenant, Language language) throws SQLException {
        var stage = StageKind.valueOf(row.getString("stage"));
        return new MyDossier(
                new DossierRef(tenant, new DossierId(row.getObject("id", UUID.class))),
                new TrackingCode(row.getString("tracking_code")),
                Optional.ofNullable(row.getObject("group_revision", UUID.class)).map(RevisionId::new),
                Optional.ofNullable(row.getObject("place", Long.class)).map(Long::intValue),
                DossierRow.text(row, "number").map(DossierNumber::new),
                procedures
                        .of(new RevisionId(row.getObject("revision", UUID.class)))
                        .name(language),
                row.getString("applicant_name"),
                stage,
                messages.say(language, "dossier.public." + stage),
                DossierRow.moment(row, "filed_at").orElseThrow(),
                DossierRow.moment(row, "due_at"),
                Lane.of(stage) == Lane.WAITING);
    }

    private static List<UUID> owners(SignedIn.Applicant who) {
        var about = who.representing()
                .map(OrganisationId::value)
                .orElse(who.person().value());
        return Stream.of(who.account().value(), about).distinct().toList();
    }
}
