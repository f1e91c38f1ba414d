package vn.motcua.filing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** The whole program with the demonstration's people, on real PostgreSQL and a real port; one context for all tests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "motcua.provinces=classpath:filing/provinces.yaml")
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class, Cast.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Demonstrated {}
