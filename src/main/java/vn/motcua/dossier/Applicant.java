package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.shared.Text;

/**
 * Whose matter a filing is (tổ chức, cá nhân).
 *
 * @param person the person, when known to the system
 * @param organisation the organisation, when it is one
 * @param name as it stands on papers
 * @param personalNumber the personal number (số định danh cá nhân), an organisation's tax code, or the passport number of a
 *     foreigner who has none
 * @param phone to call; may be empty
 * @param email to write to; may be empty
 * @param address where they live or have their seat, in words as papers print it; may be empty
 * @param wantsSms whether they may be sent short messages, where no account of theirs says it
 */
public record Applicant(
        Optional<PersonId> person,
        Optional<OrganisationId> organisation,
        String name,
        Optional<String> personalNumber,
        String phone,
        String email,
        String address,
        boolean wantsSms) {

    /** Cleans what was typed. */
    public Applicant {
        name = Text.clean(name);
        personalNumber = personalNumber.map(Text::clean).filter(it -> !it.isEmpty());
        phone = Text.clean(phone);
        email = Text.clean(email);
        address = Text.clean(address);
    }

    /** Somebody who did not say that they want no short messages. */
    public Applicant(
            Optional<PersonId> person,
            Optional<OrganisationId> organisation,
            String name,
            Optional<String> personalNumber,
            String phone,
            String email,
            String address) {
        this(person, organisation, name, personalNumber, phone, email, address, true);
    }

    /** Somebody whose address is not known. */
    public Applicant(
            Optional<PersonId> person,
            Optional<OrganisationId> organisation,
            String name,
            Optional<String> personalNumber,
            String phone,
            String email) {
        this(person, organisation, name, personalNumber, phone, email, "");
    }

    /** What the number is, as texts name it: an organisation has a tax code, a person twelve digits, whoever else a passport. */
    public String numberKind() {
        return organisation.isPresent()
                ? "taxCode"
                : personalNumber.filter(it -> it.matches("\\d{12}")).isPresent() ? "personalNumber" : "passport";
    }
}
