package vn.motcua.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * By what an applicant stands in a matter (tư cách): it is their own, that of an organisation they represent, or another
 * person's who gave them a mandate. The one question of rights asks this and nothing else.
 */
public sealed interface Standing {

    /** Their own matter. */
    record Own(PersonId person) implements Standing {}

    /** That of an organisation; the provider that signed them in says that they represent it. */
    record OfOrganisation(OrganisationId organisation) implements Standing {}

    /**
     * Another person's, by a mandate.
     *
     * @param principal whose matter it is
     */
    record ByMandate(MandateId mandate, Kind kind, PersonId principal, Reach reach, Term term) implements Standing {}

    /** What a mandate rests on. */
    enum Kind {
        /** A parent for their child (cha, mẹ). */
        PARENT("parent"),
        /** A guardian (người giám hộ). */
        GUARDIAN("guardian"),
        /** A mandate in writing (giấy ủy quyền). */
        BY_DOCUMENT("mandate-holder"),
        /** A trusted helper: community digital team (tổ công nghệ số cộng đồng), post office; with consent. */
        HELPER("trusted-helper"),
        /** Somebody whom the person chose, with consent. */
        CHOSEN("chosen-person");

        private final String role;

        Kind(String role) {
            this.role = role;
        }

        /** The kind that is named so; empty for an officer's role. */
        public static Optional<Kind> named(String role) {
            return Arrays.stream(values()).filter(it -> it.role.equals(role)).findFirst();
        }

        /** How the history of a dossier and the log name it, where an officer's role would stand. */
        public String role() {
            return role;
        }

        /** Whether the person themselves consents, on their own phone; otherwise an officer checks a document. */
        public boolean byConsent() {
            return switch (this) {
                case HELPER, CHOSEN -> true;
                case PARENT, GUARDIAN, BY_DOCUMENT -> false;
            };
        }
    }
}
