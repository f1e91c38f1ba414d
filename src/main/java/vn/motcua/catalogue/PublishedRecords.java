package vn.motcua.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The national database's records of procedures that run here by a package: beside it, for whoever wants to compare. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PublishedRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final JdbcClient db;

    PublishedRecords(JdbcClient db) {
        this.db = db;
    }

    /** Keeps what comes with the program, but not in the place of what was imported. */
    void keep(List<ProcedureRecord> records, Instant now) {
        db.sql("""
                        insert into published_record as p (tenant_id, code, record, origin, read_at)
                        select 0, it ->> 'code', it, 'PROGRAM', :now
                        from jsonb_array_elements(cast(:records as jsonb)) it
                        on conflict (tenant_id, code) do update
                            set record = excluded.record, read_at = excluded.read_at
                            where p.origin = 'PROGRAM' and p.record is distinct from excluded.record
                        """)
                .param("records", JSON.writeValueAsString(records))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what an import read of procedures whose package stays in force, also where the file says the same as the package. */
    void keep(UUID read, Instant now) {
        db.sql("""
                        insert into published_record as p (tenant_id, code, record, origin, read_at)
                        select 0, l.code, l.record, 'IMPORT', :now
                        from procedure_import_line l
                        where l.tenant_id = 0 and l.import = :import and l.verdict in ('KEPT', 'UNCHANGED')
                            and l.record is not null
                        on conflict (tenant_id, code) do update
                            set record = excluded.record, origin = excluded.origin, read_at = excluded.read_at
                            where p.origin <> 'IMPORT' or p.record is distinct from excluded.record
                        """)
                .param("import", read)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * By code, of each procedure with a package in force: what was last imported, else what came with the program, else the
     * record that was in force before somebody made the package.
     */
    Map<String, ProcedureRecord> besidePackages() {
        var found = new HashMap<String, ProcedureRecord>();
        db.sql("""
                        select p.code, b.record
                        from procedure p
                        join procedure_revision r on r.tenant_id = p.tenant_id and r.id = p.current_revision
                        cross join lateral (
                            select s.record, s.origin, s.at from (
                                select k.record, k.origin, k.read_at as at from published_record k
                                where k.tenant_id = p.tenant_id and k.code = p.code
                                union all
                                select m.record, m.origin, m.recorded_at from procedure_revision m
                                where m.tenant_id = p.tenant_id and m.code = p.code and m.files is null
                            ) s
                            order by s.origin = 'IMPORT' desc, s.at desc limit 1
                        ) b
                        where p.tenant_id = 0 and p.code not like '%@%' and r.files is not null
                        """).query(row -> {
            found.put(row.getString("code"), StoredRecord.read(JSON, row.getString("record")));
        });
        return found;
    }
}
