package vn.motcua.identity;

/**
 * A business or other organisation.
 *
 * @param taxCode its tax code (mã số thuế), which is also its enterprise code
 * @param representative the legal representative
 * @param synthetic whether it is invented
 */
public record Organisation(
        OrganisationId id,
        String taxCode,
        String name,
        PersonId representative,
        String phone,
        String email,
        String province,
        String ward,
        String address,
        boolean synthetic) {}
