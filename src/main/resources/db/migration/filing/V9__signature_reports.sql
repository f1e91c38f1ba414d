-- What was found about the signatures of an uploaded PDF, by its content: judged once for each version of the trust list.
create table signature_report (
    tenant_id   int         not null,
    file        text        not null check (file ~ '^[0-9a-f]{64}$'),
    arrived_at  timestamptz not null,
    judged_at   timestamptz,
    trust       text        not null default '',
    report      jsonb, -- null: nothing in it is signed, or nobody has looked yet
    attempts    int         not null default 0,
    next_try_at timestamptz not null default '-infinity',
    last_error  text        not null default '',
    primary key (tenant_id, file),
    check (report is null or judged_at is not null)
);
create index signature_report_unread on signature_report (tenant_id, next_try_at) where judged_at is null;
create index signature_report_signed on signature_report (tenant_id, arrived_at) where report is not null;
call motcua_protect('signature_report');

-- A report ends with its file, whoever deletes that.
create function motcua_forget_report() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    delete from signature_report r where r.tenant_id = old.tenant_id and r.file = old.file_id;
    return null;
end $$;
revoke all on function motcua_forget_report() from public;
create trigger forget_report after delete on stored_file for each row execute function motcua_forget_report();
