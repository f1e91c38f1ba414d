package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.TenantId;

/** What a citizen answered in the latest filings of theirs, in whosever systems they are, to be offered to them again. */
@Service
public class EarlierFilings {

    private static final int MOST = 20;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Commands commands;
    private final Filings filings;
    private final Trail trail;
    private final Clock clock;

    EarlierFilings(JdbcClient db, Commands commands, Filings filings, Trail trail, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.filings = filings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A dossier of theirs.
     *
     * @param revision of the procedure under which it was filed
     * @param answers as they stand in it now
     */
    public record Earlier(DossierId id, RevisionId revision, Instant filedAt, Map<String, Object> answers) {}

    /** Of the latest twenty filings, the latest first; that they were looked through is written down, once an hour. */
    public List<Earlier> of(SignedIn.Citizen who) {
        var owners = Stream.of(who.account().value(), who.person().value())
                .distinct()
                .toList();
        var found = commands.inTenant(TenantId.NATIONAL, who, () -> entries(who, owners)).stream()
                .collect(Collectors.groupingBy(
                        Filings.Entry::holder, Collectors.mapping(Filings.Entry::filing, Collectors.toList())));
        var all = new ArrayList<Earlier>();
        found.forEach((tenant, ids) -> all.addAll(commands.inTenant(tenant, who, () -> read(tenant, ids))));
        all.sort(Comparator.comparing(Earlier::filedAt)
                .thenComparing(it -> it.id().toString())
                .reversed());
        return all;
    }

    private List<Filings.Entry> entries(SignedIn.Citizen who, List<UUID> owners) {
        var entries = filings.of(owners, MOST);
        if (!entries.isEmpty()) {
            trail.once(
                    List.of(new Look(
                            who.account().value(),
                            Optional.empty(),
                            Optional.empty(),
                            Purpose.OWN,
                            who.person().value(),
                            "earlier-answers",
                            Fields.of(Fields.ANSWERS))),
                    clock.instant().minus(AN_HOUR));
        }
        return entries;
    }

    private List<Earlier> read(TenantId tenant, List<FilingId> ids) {
        return db.sql("""
                        select d.id, d.revision, d.filed_at, a.answers
                        from dossier d
                        cross join lateral (
                            select x.answers from dossier_answers x
                            where x.tenant_id = d.tenant_id and x.dossier = d.id
                            order by x.version desc limit 1
                        ) a
                        where d.tenant_id = :tenant and d.filing = any(cast(:ids as uuid[]))
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(FilingId::value).toArray(UUID[]::new))
                .query((row, _) -> new Earlier(
                        new DossierId(row.getObject("id", UUID.class)),
                        new RevisionId(row.getObject("revision", UUID.class)),
                        DossierRow.moment(row, "filed_at").orElseThrow(),
                        JSON.readValue(row.getString("answers"), ANSWERS)))
                .list();
    }
}
