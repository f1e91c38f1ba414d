package vn.motcua.portal;

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

/** The whole program with the people of the demonstration, on real PostgreSQL and a real port; one context for all. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class, TaVan.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Visited {}
