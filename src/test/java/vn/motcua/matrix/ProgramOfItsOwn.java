package vn.motcua.matrix;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.WholeProgram;

/** The whole program, which the tests of this package share with no others: they file much, and try codes and passwords. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=matrix")
@interface ProgramOfItsOwn {}
