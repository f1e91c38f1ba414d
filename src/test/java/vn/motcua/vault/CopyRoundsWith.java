package vn.motcua.vault;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.document.FileStore;
import vn.motcua.document.Printing;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Announced;
import vn.motcua.identity.Accounts;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.signature.PdfSigning;

/** The round that makes certified e-copies, with a signer of a test. */
@TestComponent
public final class CopyRoundsWith {

    private final Copies copies;
    private final Vaults vaults;
    private final Announced announced;
    private final StoredFiles files;
    private final FileStore contents;
    private final Printing printing;
    private final Acknowledgements papers;
    private final Accounts accounts;
    private final Units units;
    private final Kinds kinds;
    private final Clock clock;
    private final PlatformTransactionManager transactions;

    CopyRoundsWith(
            Copies copies,
            Vaults vaults,
            Announced announced,
            StoredFiles files,
            FileStore contents,
            Printing printing,
            Acknowledgements papers,
            Accounts accounts,
            Units units,
            Kinds kinds,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.copies = copies;
        this.vaults = vaults;
        this.announced = announced;
        this.files = files;
        this.contents = contents;
        this.printing = printing;
        this.papers = papers;
        this.accounts = accounts;
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** One that signs in that way. */
    public CopyRounds signing(PdfSigning signing) {
        return new CopyRounds(
                copies,
                vaults,
                announced,
                files,
                contents,
                printing,
                signing,
                papers,
                accounts,
                units,
                kinds,
                clock,
                transactions);
    }
}
