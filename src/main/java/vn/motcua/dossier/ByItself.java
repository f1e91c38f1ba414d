package vn.motcua.dossier;

import java.util.UUID;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.TenantId;

/**
 * The program as the one who did something: planned work that the law or a procedure wants at a certain moment. It holds
 * no position and decides nothing.
 */
final class ByItself {

    /** No account of a person has it. */
    static final AccountId ACCOUNT = new AccountId(UUID.fromString("00000000-0000-8000-8000-6d6f74637561"));

    /** Who finished a step that nobody had to work on. */
    static final OfficerId OFFICER = new OfficerId(ACCOUNT.value());

    private static final String NAME = "Motcua";

    private ByItself() {}

    /** The program in that tenant. */
    static SignedIn in(TenantId tenant) {
        return new SignedIn.Administrator(ACCOUNT, tenant, NAME);
    }
}
