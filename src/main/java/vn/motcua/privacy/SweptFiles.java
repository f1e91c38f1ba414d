package vn.motcua.privacy;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.audit.Destructions;
import vn.motcua.document.FileId;
import vn.motcua.document.FilesGone;

/** Reports the files that the sweep deletes: nothing has needed them for a day. */
@Component
class SweptFiles implements FilesGone {

    private final Destructions destructions;

    SweptFiles(Destructions destructions) {
        this.destructions = destructions;
    }

    @Override
    public void gone(Set<FileId> files) {
        destructions.report(
                "files", "unused=1d", files.stream().map(FileId::sha256).toList());
    }
}
