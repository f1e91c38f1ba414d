package vn.motcua.identity;

import vn.motcua.shared.TenantId;

/** What a session remembers of whoever signed in: which account, and nothing that can grow old. */
public record SessionAccount(TenantId tenant, AccountId account) {}
