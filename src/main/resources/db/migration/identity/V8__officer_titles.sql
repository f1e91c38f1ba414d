-- What officers are (chức vụ), and the lines above it when they sign for somebody else (KT., TL., TUQ.), from a moment on. Only
-- added to: what was signed keeps the title of its day.
create table officer_title (
    tenant_id int         not null,
    id        uuid        not null,
    officer   uuid        not null,
    since     timestamptz not null,
    authority text        not null,
    title     text        not null check (title <> ''),
    primary key (tenant_id, id),
    foreign key (tenant_id, officer) references officer (tenant_id, id)
);
create index on officer_title (tenant_id, officer, since desc);
call motcua_protect('officer_title');
call motcua_append_only('officer_title');
