-- Which numbers of an agency's books are taken, so that none is given twice, also by two clerks at once. A number stays with its
-- dossier: the result that corrects another one may keep it; what never came to be issued gives it back.
create table result_number (
    tenant_id  int         not null,
    issuer     uuid        not null,
    -- The symbol that stands in the number, or the procedure of one that has none.
    book       text        not null,
    year       int         not null,
    -- Without leading zeros, or the whole of what does not begin with a number.
    number     text        not null,
    ordinal    int,
    -- What follows the ordinal, e.g. "/2026" or "/QĐ-UBND".
    rest       text        not null,
    procedure  text        not null,
    dossier    uuid        not null,
    taken_at   timestamptz not null,
    primary key (tenant_id, issuer, book, year, number)
);
create index result_number_next on result_number (tenant_id, issuer, book, year, ordinal);
create index result_number_last on result_number (tenant_id, issuer, procedure, taken_at);
create index result_number_of_dossier on result_number (tenant_id, dossier);

-- What is in the register already; of two with the same number the first keeps it.
alter table result no force row level security;
insert into result_number (tenant_id, issuer, book, year, number, ordinal, rest, procedure, dossier, taken_at)
select tenant_id, issuer, coalesce(nullif(upper(symbol), ''), procedure),
    coalesce(in_it::int, extract(year from drafted_at at time zone 'Asia/Ho_Chi_Minh')::int),
    coalesce(ordinal, upper(typed)), ordinal::int, case when ordinal is null then '' else rest end, procedure, dossier, drafted_at
from (
    select r.*, btrim(r.number) as typed, substring(r.number from '^\s*0*(\d{1,9})\s*(?:/|$)') as ordinal,
        coalesce(substring(r.number from '^\s*\d+\s*(/.*)$'), '') as rest,
        substring(r.number from '^\s*\d+.*?/\s*((?:19|20)\d\d)\s*(?:/|$)') as in_it,
        btrim(regexp_replace(coalesce(substring(r.number from '^\s*\d+\s*/(.*)$'), ''), '(^|/)\s*(?:19|20)\d\d\s*(?=/|$)', '', 'g'), ' /') as symbol
    from result r
    where r.state <> 'REVOKED' or r.issued_at is not null
) as numbered
order by drafted_at
on conflict do nothing;
alter table result force row level security;

call motcua_protect('result_number');
