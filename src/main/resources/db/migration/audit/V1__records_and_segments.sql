-- Who did and who read what. A line is written in the transaction it tells of, and never again touched. The transaction's
-- own number comes first after the tenant: a segment is a range of them, and whatever is below the oldest one still
-- running is complete, so that sealing needs no queue and holds up nobody.
create table audit_record (
    tenant_id   int         not null,
    transaction xid8        not null default pg_current_xact_id(),
    id          uuid        not null default uuidv7(),
    at          timestamptz not null,
    actor       uuid        not null,
    position    uuid,
    role        text,
    purpose     text        not null,
    subject     uuid        not null,
    act         text        not null,
    fields      text        not null,
    before      bytea,
    after       bytea,
    content     bytea,
    primary key (tenant_id, transaction, id)
);
create index audit_record_by_subject on audit_record (tenant_id, subject, at);
call motcua_protect('audit_record');
call motcua_append_only('audit_record');

-- A sealed piece of the log: all lines of the transactions from and before those numbers, under one hash that also
-- covers the piece before.
create table audit_segment (
    tenant_id   int         not null,
    no          int         not null check (no > 0),
    day         date        not null,
    from_xid    xid8        not null,
    until_xid   xid8        not null,
    records     int         not null check (records > 0),
    root        bytea       not null check (length(root) = 32),
    previous    bytea       not null check (length(previous) = 32),
    sealed_at   timestamptz not null,
    primary key (tenant_id, no)
);
create index audit_segment_by_xid on audit_segment (tenant_id, until_xid);
create index audit_segment_by_day on audit_segment (tenant_id, day, no);
call motcua_protect('audit_segment');
call motcua_append_only('audit_segment');

-- The root of a closed day, as it was signed.
create table audit_day (
    tenant_id   int   not null,
    day         date  not null,
    signed      text  not null,
    signature   text  not null,
    certificate text  not null,
    primary key (tenant_id, day)
);
call motcua_protect('audit_day');
call motcua_append_only('audit_day');

-- What a time-stamping authority said of that signature; it may come later.
create table audit_day_stamp (
    tenant_id int   not null,
    day       date  not null,
    token     text  not null,
    primary key (tenant_id, day),
    foreign key (tenant_id, day) references audit_day (tenant_id, day)
);
call motcua_protect('audit_day_stamp');
call motcua_append_only('audit_day_stamp');
