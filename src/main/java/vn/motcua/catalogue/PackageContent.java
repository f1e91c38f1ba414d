package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.form.Words;

/** What {@code procedure.yaml} says, as it is written. */
record PackageContent(
        ProcedureRecord record,
        Words name,
        Words shortName,
        String receivedBy,
        int identityLevel,
        Optional<String> place,
        LimitRule limit,
        int sets,
        Optional<String> outOfBounds,
        List<RequiredDocument> documents,
        List<FeeRule> fees,
        Words resultName,
        Optional<Integer> resultMonths,
        List<String> linked,
        Map<String, String> trust) {}
