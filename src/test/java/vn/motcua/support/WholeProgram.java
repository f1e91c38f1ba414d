package vn.motcua.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program with the demonstration's people, on real PostgreSQL and a real port, its clock in the test's hand.
 * All tests that ask for it share one program and one database: each sets the clock, and looks at its own dossiers only.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.provinces=classpath:filing/provinces.yaml",
            "motcua.signing.after=P1D",
            "motcua.vault.after=P1D",
            "motcua.vault.issuers=src/test/resources/vault/issuers.csv",
            "motcua.payment.receipts.after=P1D",
            "motcua.statements.after=P1D",
            "motcua.signatures.after=P1D"
        })
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class, TestComponents.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeProgram {}
