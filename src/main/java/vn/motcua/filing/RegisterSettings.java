package vn.motcua.filing;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which law a register is used without asking the person, e.g. {@code motcua.registers.law.population=khoản 2 Điều … Luật
 * …}. Empty unless an operator has read the law and names it: then each person is asked.
 *
 * @param law by register, in the words that people read
 */
@ConfigurationProperties("motcua.registers")
record RegisterSettings(@DefaultValue Map<Register, String> law) {

    /** The law for that one; empty where the person is asked. */
    Optional<String> of(Register register) {
        return Optional.ofNullable(law.get(register)).map(String::strip).filter(it -> !it.isEmpty());
    }
}
