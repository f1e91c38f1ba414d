package vn.motcua.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * People and organisations of the whole country. Look-ups open the national scope themselves, with the account of the
 * scope they are called in, and may be called within a transaction of any tenant.
 */
@Component
public class People {

    private static final String PERSON = """
            select id, personal_number, name, born_on, sex, nationality, ethnic_group, phone, email, province, ward,
                address, synthetic
            from person where tenant_id = 0 and\s""";
    private static final String ORGANISATION = """
            select id, tax_code, name, representative, phone, email, province, ward, address, synthetic
            from organisation where tenant_id = 0 and\s""";

    private final JdbcClient db;
    private final TransactionTemplate reading;

    People(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** That person. */
    public Optional<Person> person(PersonId id) {
        return national(it -> it.sql(PERSON + "id = :id")
                .param("id", id.value())
                .query((row, _) -> person(row))
                .optional());
    }

    /** The person with that personal number. */
    public Optional<Person> withPersonalNumber(String number) {
        return national(it -> it.sql(PERSON + "personal_number = :number")
                .param("number", number)
                .query((row, _) -> person(row))
                .optional());
    }

    /** That organisation. */
    public Optional<Organisation> organisation(OrganisationId id) {
        return national(it -> it.sql(ORGANISATION + "id = :id")
                .param("id", id.value())
                .query((row, _) -> organisation(row))
                .optional());
    }

    /** The organisation with that tax code. */
    public Optional<Organisation> withTaxCode(String taxCode) {
        return national(it -> it.sql(ORGANISATION + "tax_code = :taxCode")
                .param("taxCode", taxCode)
                .query((row, _) -> organisation(row))
                .optional());
    }

    /** Writes a person, new or changed; the scope is the national one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Person person) {
        db.sql("""
                        insert into person (tenant_id, id, personal_number, name, born_on, sex, nationality, ethnic_group,
                            phone, email, province, ward, address, synthetic)
                        values (0, :id, :personalNumber, :name, :bornOn, :sex, :nationality, :ethnicGroup,
                            :phone, :email, :province, :ward, :address, :synthetic)
                        on conflict (tenant_id, id) do update set name = excluded.name, phone = excluded.phone,
                            email = excluded.email, province = excluded.province, ward = excluded.ward,
                            address = excluded.address
                        """)
                .param("id", person.id().value())
                .param("personalNumber", person.personalNumber())
                .param("name", person.name())
                .param("bornOn", person.bornOn())
                .param("sex", person.sex().name())
                .param("nationality", person.nationality())
                .param("ethnicGroup", person.ethnicGroup())
                .param("phone", person.phone())
                .param("email", person.email())
                .param("province", person.province())
                .param("ward", person.ward())
                .param("address", person.address())
                .param("synthetic", person.synthetic())
                .update();
    }

    /** Writes an organisation, new or changed; the scope is the national one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Organisation organisation) {
        db.sql("""
                        insert into organisation (tenant_id, id, tax_code, name, representative, phone, email, province, ward,
                            address, synthetic)
                        values (0, :id, :taxCode, :name, :representative, :phone, :email, :province, :ward,
                            :address, :synthetic)
                        on conflict (tenant_id, id) do update set name = excluded.name, phone = excluded.phone,
                            email = excluded.email, representative = excluded.representative,
                            province = excluded.province, ward = excluded.ward, address = excluded.address
                        """)
                .param("id", organisation.id().value())
                .param("taxCode", organisation.taxCode())
                .param("name", organisation.name())
                .param("representative", organisation.representative().value())
                .param("phone", organisation.phone())
                .param("email", organisation.email())
                .param("province", organisation.province())
                .param("ward", organisation.ward())
                .param("address", organisation.address())
                .param("synthetic", organisation.synthetic())
                .update();
    }

    private <T> Optional<T> national(Function<JdbcClient, Optional<T>> question) {
        return Scope.current().in(TenantId.NATIONAL).call(() -> reading.execute(_ -> question.apply(db)));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("personal_number"),
                row.getString("name"),
                row.getObject("born_on", LocalDate.class),
                Person.Sex.valueOf(row.getString("sex")),
                row.getString("nationality"),
                row.getString("ethnic_group"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("province"),
                row.getString("ward"),
                row.getString("address"),
                row.getBoolean("synthetic"));
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("tax_code"),
                row.getString("name"),
                new PersonId(row.getObject("representative", UUID.class)),
                row.getString("phone"),
                row.getString("email"),
                row.getString("province"),
                row.getString("ward"),
                row.getString("address"),
                row.getBoolean("synthetic"));
    }
}
