-- Scans that an officer chose at the counter for a supplement (bổ sung) whose form was refused, or not yet sent: kept for a day
-- under their account, so that nobody has to choose them again. Taking the supplement in takes them away.
create table counter_scan (
    tenant_id int         not null,
    dossier   uuid        not null,
    account   uuid        not null,
    id        uuid        not null,
    -- Since when the supplement is asked for that they answer: what was chosen for an earlier request is not taken for a later one.
    asked_at  timestamptz not null,
    line      int         not null check (line between 0 and 99),
    name      text        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    added_at  timestamptz not null,
    primary key (tenant_id, dossier, account, id),
    unique (tenant_id, dossier, account, asked_at, line, file)
);
create index counter_scan_by_file on counter_scan (tenant_id, file);
create index counter_scan_old on counter_scan (tenant_id, added_at);
call motcua_protect('counter_scan');
