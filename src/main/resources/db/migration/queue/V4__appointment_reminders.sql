-- That somebody was reminded of an appointment as it stood then: once for each, on whichever copy of the program and however
-- often it starts anew.
create table appointment_reminder (
    tenant_id   int         not null,
    appointment uuid        not null,
    sequence    int         not null check (sequence >= 0),
    ahead       text        not null check (ahead in ('A_DAY', 'TWO_HOURS')),
    at          timestamptz not null,
    primary key (tenant_id, appointment, sequence, ahead)
);
call motcua_protect('appointment_reminder');
call motcua_append_only('appointment_reminder');

create index appointment_ahead on appointment (tenant_id, starts_at) where state = 'BOOKED';
