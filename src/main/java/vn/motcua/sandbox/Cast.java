package vn.motcua.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.PositionId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Sha256;

/**
 * Who appears in the demonstration, as {@code sandbox/demonstration.yaml} says it. Ids follow from the keys there, so
 * tests and repeated loads meet the same people.
 */
record Cast(
        List<String> national,
        List<Agency> tenants,
        List<Citizen> citizens,
        List<Citizen> children,
        List<String> unasked,
        List<Appointed> helpers,
        List<Business> businesses,
        String digest) {

    /** A tenant with its units. */
    record Agency(int id, String name, String nameEn, String administrator, List<Office> units) {

        AccountId administratorAccount() {
            return new AccountId(Cast.id("administrator", Integer.toString(id)));
        }
    }

    /** A unit with its officers and the units below it. */
    record Office(
            String key,
            String kind,
            String name,
            String nameEn,
            @Nullable String agencyCode,
            List<String> territory,
            @Nullable String address,
            @Nullable String openingHours,
            @Nullable List<Staff> officers,
            @Nullable List<Office> units) {

        UnitId id() {
            return new UnitId(Cast.id("unit", key));
        }

        List<Staff> staff() {
            return officers == null ? List.of() : officers;
        }

        List<Office> below() {
            return units == null ? List.of() : units;
        }
    }

    /**
     * An officer of the unit under which they stand.
     *
     * @param title their chức vụ
     * @param authority the lines above it when they sign, parted by {@code |}
     */
    record Staff(
            String name,
            List<String> roles,
            String title,
            @Nullable String authority) {

        Capacity capacity() {
            return Capacity.of(authority == null ? "" : authority, title);
        }

        UUID titled(Office at) {
            return Cast.id("title", at.key() + "/" + name);
        }

        OfficerId officer(Office at) {
            return new OfficerId(Cast.id("officer", at.key() + "/" + name));
        }

        AccountId account(Office at) {
            return new AccountId(Cast.id("account", at.key() + "/" + name));
        }

        PositionId position(Office at, String role) {
            return new PositionId(Cast.id("position", at.key() + "/" + name + "/" + role));
        }
    }

    /** A citizen. */
    record Citizen(
            String key,
            String name,
            String personalNumber,
            LocalDate bornOn,
            String sex,
            String ethnicGroup,
            String phone,
            String email,
            String province,
            String ward,
            String address) {

        PersonId person() {
            return new PersonId(Cast.id("person", key));
        }

        AccountId account() {
            return new AccountId(Cast.id("citizen", key));
        }
    }

    /** A business; its representative is the key of a citizen. */
    record Business(
            String key,
            String name,
            String taxCode,
            String representative,
            String phone,
            String email,
            String province,
            String ward,
            String address) {

        OrganisationId organisation() {
            return new OrganisationId(Cast.id("organisation", key));
        }

        PersonId person() {
            return new PersonId(Cast.id("person", representative));
        }

        AccountId account() {
            return new AccountId(Cast.id("business", key));
        }
    }

    /** A citizen whom the unit of that key has named as a trusted helper. */
    record Appointed(String citizen, String body, String unit, LocalDate until) {

        AccountId account() {
            return new AccountId(Cast.id("citizen", citizen));
        }

        UUID id() {
            return Cast.id("helper", citizen);
        }
    }

    /** Children are known as people and have no account. */
    private record Script(
            List<String> national,
            List<Agency> tenants,
            List<Citizen> citizens,
            List<Citizen> children,
            List<String> unasked,
            List<Appointed> helpers,
            List<Business> businesses) {}

    /** The account of the national administrator of that name. */
    static AccountId nationalAccount(String name) {
        return new AccountId(Cast.id("administrator", "0/" + name));
    }

    /** Reads the file. */
    static Cast read() {
        try {
            var text = new ClassPathResource("sandbox/demonstration.yaml").getContentAsByteArray();
            var script = new YAMLMapper().readValue(text, Script.class);
            var digest = Sha256.hex(text);
            return new Cast(
                    script.national(),
                    script.tenants(),
                    script.citizens(),
                    script.children(),
                    script.unasked(),
                    script.helpers(),
                    script.businesses(),
                    digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String kind, String key) {
        return Ids.once("sandbox/" + kind + "/" + key);
    }
}
