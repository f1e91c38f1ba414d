package vn.motcua.identity;

import java.time.LocalDate;

/**
 * A person, as far as forms are prefilled from it.
 *
 * @param personalNumber the twelve digits (số định danh cá nhân)
 * @param nationality as in the list of countries, e.g. {@code VN}
 * @param ethnicGroup as in the list of ethnic groups, e.g. {@code 01}
 * @param province code of the province of residence
 * @param ward code of the ward of residence
 * @param address house, street or hamlet
 * @param synthetic whether they are invented
 */
public record Person(
        PersonId id,
        String personalNumber,
        String name,
        LocalDate bornOn,
        Sex sex,
        String nationality,
        String ethnicGroup,
        String phone,
        String email,
        String province,
        String ward,
        String address,
        boolean synthetic) {

    /** As the personal number says it. */
    public enum Sex {
        MALE,
        FEMALE
    }
}
