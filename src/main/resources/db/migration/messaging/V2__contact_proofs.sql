-- An address that an account says is theirs, until they have proved it: by a link for mail, by a code for a telephone. Of the
-- secret only a digest lies here.
create table contact_proof (
    tenant_id int         not null,
    account   uuid        not null,
    channel   text        not null check (channel in ('EMAIL', 'SMS')),
    address   text        not null,
    digest    bytea       not null,
    sent_at   timestamptz not null,
    tries     int         not null,
    sent_on   date        not null,
    sent      int         not null,
    primary key (tenant_id, account, channel)
);
call motcua_protect('contact_proof');
