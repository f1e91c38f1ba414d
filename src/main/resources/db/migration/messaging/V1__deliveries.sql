-- Messages to people outside the program, one row for each address. The tenant is the agency that speaks; national for what
-- the installation itself says to an applicant. The words are final, so that a repetition says the same.
create table delivery (
    tenant_id    int         not null,
    id           uuid        not null,
    occasion     text        not null,
    channel      text        not null check (channel in ('EMAIL', 'SMS')),
    address      text        not null,
    language     text        not null check (language in ('VI', 'EN')),
    sender       text        not null,
    title        text        not null,
    body         text        not null,
    path         text        not null,
    urgent       boolean     not null,
    state        text        not null check (state in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED')),
    carrier      text        not null,
    attempts     int         not null,
    next_try_at  timestamptz not null,
    give_up_at   timestamptz not null,
    last_error   text,
    created_at   timestamptz not null,
    sent_at      timestamptz,
    ended_at     timestamptz,
    primary key (tenant_id, id),
    -- The same occasion goes to an address once on each channel, however often it is heard of.
    unique (tenant_id, occasion, channel, address)
);
create index delivery_next on delivery (tenant_id, next_try_at, id) where state = 'QUEUED';
create index delivery_failing on delivery (tenant_id, created_at) where state = 'FAILED' or (state = 'QUEUED' and last_error is not null);
create index delivery_old on delivery (tenant_id, created_at);
call motcua_protect('delivery');

-- How an account wants to be reached. No row: as the filing says, in Vietnamese. An address stands here once it is confirmed.
create table contact (
    tenant_id    int         not null,
    account      uuid        not null,
    language     text        not null check (language in ('VI', 'EN')),
    email        text,
    phone        text,
    wants_email  boolean     not null,
    wants_sms    boolean     not null,
    changed_at   timestamptz not null,
    primary key (tenant_id, account)
);
call motcua_protect('contact');
