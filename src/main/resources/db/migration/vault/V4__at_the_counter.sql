-- An officer takes what lies in the vault of a person who stands at the counter; its owner reads who did, where and for what.
alter table vault_use drop constraint vault_use_what_check;
alter table vault_use add constraint vault_use_what_check
    check (what in ('REUSED', 'TAKEN', 'DOWNLOADED', 'SHARED', 'UNSHARED', 'SEEN', 'FETCHED'));
