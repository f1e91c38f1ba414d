package vn.motcua.catalogue;

import java.util.Map;

/** How many dossiers of a procedure are still being settled; whoever keeps dossiers answers. */
public interface InFlight {

    /** By the revision under which they were filed, then by the word of their stage, in all agencies together. */
    Map<RevisionId, Map<String, Long>> of(String code);
}
