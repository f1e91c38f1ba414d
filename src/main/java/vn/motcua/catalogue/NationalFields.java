package vn.motcua.catalogue;

import java.util.Set;

/**
 * The fields of a record in the shape of the national database: those that {@link NationalRecord} reads, and those with which
 * the database speaks of itself (identifiers, states, kinds). Any other is named when it is imported.
 */
final class NationalFields {

    private static final Set<String> KNOWN = Set.of("""
            id code name isInternal isWard isProvince isMinistry isOtherAgency isVertical isFullProcess
            isOfflineOnly isSharedService isNonTerritorial formalityType state type departmentPromulgateCode
            departmentPromulgateName categoriesDetails subjectTypesDetails unitGroupsExecuting
            competentAgencies authorisedAgencies coordinatingAgencies procedureProposal executionMethods
            executionCases executionSteps cases resultsDetails legalBasisesDetails requirementsAndConditions
            keywords partialReason
            """.strip().split("\\s+", -1));

    private NationalFields() {}

    static boolean known(String field) {
        return KNOWN.contains(field);
    }
}
