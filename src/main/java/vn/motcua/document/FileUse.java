package vn.motcua.document;

import java.util.Set;

/** A module that keeps papers says which contents it still needs; what none needs is swept. */
public interface FileUse {

    /** Those of the contents to which something of the current tenant points; within a transaction of the sweep. */
    Set<FileId> needed(Set<FileId> asked);
}
