package vn.motcua.mandate;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.motcua.identity.Standing;

/**
 * How long mandates may last; no text that was found sets these, so the operator does.
 *
 * @param consent how long a question for consent can be answered
 * @param documentWait how long a document can wait to be checked
 * @param helperDays how many days a trusted helper may help at most
 * @param chosenDays how many days somebody chosen may act at most
 * @param documentDays how many days a mandate by document may last at most
 * @param ofAge at how many years nobody is represented by their parents any more
 */
@Validated
@ConfigurationProperties("motcua.mandates")
record MandateSettings(
        @DefaultValue("15m") Duration consent,
        @DefaultValue("60d") Duration documentWait,
        @DefaultValue("30") @Min(1) int helperDays,
        @DefaultValue("365") @Min(1) int chosenDays,
        @DefaultValue("365") @Min(1) int documentDays,
        @DefaultValue("18") @Min(1) int ofAge) {

    /** How many days a mandate of that kind may last at most, today counted. */
    int daysAtMost(Standing.Kind kind) {
        return switch (kind) {
            case HELPER -> helperDays;
            case CHOSEN -> chosenDays;
            case BY_DOCUMENT, GUARDIAN -> documentDays;
            case PARENT -> ofAge * 366;
        };
    }
}
