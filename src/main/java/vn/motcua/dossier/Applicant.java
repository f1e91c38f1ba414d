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
 * @param personalNumber the personal number (số định danh cá nhân), or an organisation's tax code
 * @param phone to call; may be empty
 * @param email to write to; may be empty
 * @param address where they live or have their seat, in words as papers print it; may be empty
 */
public record Applicant(
        Optional<PersonId> person,
        Optional<OrganisationId> organisation,
        String name,
        Optional<String> personalNumber,
        String phone,
        String email,
        String address) {

    /** Cleans what was typed. */
    public Applicant {
        name = Text.clean(name);
        personalNumber = personalNumber.map(Text::clean).filter(it -> !it.isEmpty());
        phone = Text.clean(phone);
        email = Text.clean(email);
        address = Text.clean(address);
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
}
