package vn.motcua.document;

/** Who wants to know, in the transaction that writes it down, that the current tenant has got a file. */
public interface FilesArrive {

    /** This one; told again when the same content is given once more. */
    void arrived(StoredFile file);
}
