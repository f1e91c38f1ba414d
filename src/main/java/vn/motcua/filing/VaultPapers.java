package vn.motcua.filing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.StoredFiles;
import vn.motcua.identity.SignedIn;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultEntry;

/** Papers of a draft that are taken from the applicant's vault instead of being uploaded. */
@Service
public class VaultPapers {

    private final DraftDesk desk;
    private final StoredFiles files;
    private final VaultDesk vault;

    VaultPapers(DraftDesk desk, StoredFiles files, VaultDesk vault) {
        this.desk = desk;
        this.files = files;
        this.vault = vault;
    }

    /** Of what kinds the documents of a filing may be that can be answered from a vault. */
    public static Set<String> kinds(Case of) {
        return of.documents().stream()
                .flatMap(it -> it.vaultKinds(of.draft().procedure()).stream())
                .collect(Collectors.toSet());
    }

    /** The same of one document; none where it must be given anew. */
    public static Set<String> kinds(Case of, String document) {
        return of.documents().stream()
                .filter(it -> it.id().equals(document))
                .flatMap(it -> it.vaultKinds(of.draft().procedure()).stream())
                .collect(Collectors.toSet());
    }

    /** Answers a document of a draft with what lies in the applicant's vault; files uploaded for it stay. */
    @Transactional
    public Case take(SignedIn who, DraftId id, String document, VaultEntry entry) {
        var file = files.get(entry.given());
        return desk.add(
                who,
                id,
                new Draft.Paper(
                        PaperId.next(),
                        document,
                        entry.name().vi() + file.name().replaceFirst("^.*(?=\\.)", ""),
                        file.id(),
                        file.size(),
                        Optional.empty(),
                        Optional.of(entry.held())));
    }

    /**
     * Refuses a draft with a paper that may not be used any more: what was taken some days ago may have been replaced or revoked
     * since.
     */
    void stillHold(Case of) {
        of.documents().stream()
                .flatMap(it -> of.draft().papersFor(it.id()).stream())
                .flatMap(it -> it.held().stream())
                .forEach(it -> vault.holds(it.entry()));
    }
}
