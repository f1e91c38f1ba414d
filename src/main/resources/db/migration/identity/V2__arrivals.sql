-- A person has one account, an organisation one for each representative, however often and wherever they sign in.
create unique index one_account_of_a_person on account (tenant_id, person) where kind = 'PERSON';
create unique index one_account_of_a_representative on account (tenant_id, organisation, person)
    where kind = 'BUSINESS';

-- The name under which an agency's own provider knows an officer or administrator. The first sign-in binds it to the
-- provider's subject, which unlike a name is never given to somebody else.
create table agency_login (
    tenant_id int  not null,
    login     text not null,
    account   uuid not null,
    provider  text,
    subject   text,
    primary key (tenant_id, login),
    unique (tenant_id, account),
    foreign key (tenant_id, account) references account (tenant_id, id),
    constraint bound_as_a_whole check ((provider is null) = (subject is null))
);
create unique index one_login_of_a_subject on agency_login (tenant_id, provider, subject) where subject is not null;
call motcua_protect('agency_login');
