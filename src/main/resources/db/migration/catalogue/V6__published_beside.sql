-- The record of the national database of a procedure that runs here by a package: kept beside the package, never in its
-- place. What is read by an import is not replaced by what comes with the program.
create table published_record (
    tenant_id int not null,
    code text not null check (code <> ''),
    record jsonb not null,
    origin text not null default 'PROGRAM' check (origin in ('PROGRAM', 'IMPORT')),
    -- when it was last read as something else than before
    read_at timestamptz not null,
    primary key (tenant_id, code)
);
call motcua_protect_national('published_record');

-- A record that does not come into force is kept too, since it is put beside the package.
alter table procedure_import_line drop constraint applied_with_content;
alter table procedure_import_line add constraint applied_with_content check (
    case verdict
        when 'NEW' then record is not null
        when 'CHANGED' then record is not null
        when 'KEPT' then true
        when 'UNCHANGED' then true
        else record is null
    end);
