-- From when on a one-stop takes appointments, and how many for each slot. Set by whoever leads it.
create table slot_rule (
    tenant_id  int         not null,
    unit       uuid        not null,
    minutes    int         not null check (minutes between 5 and 240),
    -- Places in each slot; 0 takes no appointments.
    places     int         not null check (places between 0 and 50),
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (tenant_id, unit)
);
call motcua_protect('slot_rule');

-- Somebody comes at that time. It names an account and nobody's name: at the counter the time and the place are enough.
create table appointment (
    tenant_id  int         not null,
    id         uuid        not null,
    unit       uuid        not null,
    starts_at  timestamptz not null,
    place      int         not null check (place > 0),
    minutes    int         not null check (minutes > 0),
    account    uuid        not null,
    procedure  text        not null,
    state      text        not null check (state in ('BOOKED', 'CANCELLED', 'ARRIVED')),
    ticket_no  int,
    booked_at  timestamptz not null,
    -- How often it was changed, for calendars.
    sequence   int         not null check (sequence >= 0),
    primary key (tenant_id, id),
    constraint who_arrived_has_a_number check ((state = 'ARRIVED') = (ticket_no is not null))
);
-- A place is given once.
create unique index appointment_place on appointment (tenant_id, unit, starts_at, place) where state <> 'CANCELLED';
create index appointment_of_account on appointment (tenant_id, account, starts_at);
call motcua_protect('appointment');
