package vn.motcua.document;

import java.util.Set;

/** Who wants to know, in the transaction that deletes them, which files the sweep takes from the current tenant. */
public interface FilesGone {

    /** These; may be none. */
    void gone(Set<FileId> files);
}
