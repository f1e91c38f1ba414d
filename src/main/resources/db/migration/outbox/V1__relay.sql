-- What the relay knows of an entry: how often it was handed on, when to try again, what went wrong. An entry that is
-- being handed on is leased by the same column: who dies lets the lease run out. An entry that arrived is taken away.
alter table outbox
    add column attempts    int         not null default 0,
    add column next_try_at timestamptz not null default '-infinity',
    add column last_error  text;
create index outbox_next on outbox (tenant_id, next_try_at, id);
