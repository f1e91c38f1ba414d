package vn.motcua.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as unusual access ({@code motcua.inspection}).
 *
 * @param manyAnHour from how many different dossiers and people within an hour on
 * @param nightFrom from which hour on it is night in Vietnam
 * @param nightUntil until which
 * @param grace how long after its end a dossier may still be looked at, and how long a look-up may wait for its filing
 * @param failedSignIns from how many failed sign-ins of an account a day on
 */
@ConfigurationProperties("motcua.inspection")
record InspectionSettings(
        @DefaultValue("60") int manyAnHour,
        @DefaultValue("21") int nightFrom,
        @DefaultValue("5") int nightUntil,
        @DefaultValue("24h") Duration grace,
        @DefaultValue("5") int failedSignIns) {

    Unusual rules() {
        return new Unusual(manyAnHour, nightFrom, nightUntil, grace, failedSignIns);
    }
}
