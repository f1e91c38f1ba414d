package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import vn.motcua.form.Words;

/** What {@code procedure.yaml} says, as it is written. */
record PackageContent(
        ProcedureRecord record,
        Words name,
        Words shortName,
        String receivedBy,
        int identityLevel,
        LimitRule limit,
        List<RequiredDocument> documents,
        List<FeeRule> fees,
        Words resultName,
        List<String> linked,
        Map<String, String> trust) {}
