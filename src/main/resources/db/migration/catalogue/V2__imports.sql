-- Records imported from a file of the national database: first looked at, then, as they were shown, put in force at once.
-- What comes with the program does not replace what was imported.
alter table procedure_revision add column origin text not null default 'PROGRAM' check (origin in ('PROGRAM', 'IMPORT'));

create table procedure_import (
    tenant_id   int         not null,
    id          uuid        not null,
    -- who began it; the operator of the machine has no account
    account     uuid,
    file_name   text        not null,
    -- SHA-256 of the file
    file_hash   text        not null,
    state       text        not null check (state in ('CHECKING', 'CHECKED', 'REFUSED', 'APPLIED')),
    began_at    timestamptz not null,
    -- when it last got further: one that stopped with its program does not
    moved_at    timestamptz not null,
    applied_at  timestamptz,
    total       int         not null default 0,
    -- why the whole file is refused: code and arguments
    reason      jsonb,
    primary key (tenant_id, id),
    constraint refused_for_a_reason check ((state = 'REFUSED') = (reason is not null)),
    constraint applied_at_a_moment check ((state = 'APPLIED') = (applied_at is not null))
);
create index procedure_import_by_time on procedure_import (tenant_id, began_at);
call motcua_protect('procedure_import');

create table procedure_import_line (
    tenant_id int    not null,
    import    uuid   not null,
    -- which record of the file, from 1
    no        int    not null,
    -- in which line of the file it begins
    line      bigint not null,
    code      text   not null,
    name      text   not null,
    verdict   text   not null check (verdict in ('NEW', 'CHANGED', 'UNCHANGED', 'KEPT', 'REFUSED')),
    -- what differs, or what is wrong
    details   jsonb  not null,
    -- the revision to be put in force, and the one that was in force when it was compared
    revision  uuid,
    hash      text,
    record    jsonb,
    basis     uuid,
    primary key (tenant_id, import, no),
    foreign key (tenant_id, import) references procedure_import (tenant_id, id) on delete cascade,
    constraint applied_with_content check ((verdict in ('NEW', 'CHANGED')) = (record is not null))
);
create index procedure_import_line_by_verdict on procedure_import_line (tenant_id, import, verdict, no);
call motcua_protect('procedure_import_line');
