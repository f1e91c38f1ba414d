package vn.motcua.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.deadline.TimeLimit;

/**
 * What the law on personal data sets and may change ({@code motcua.privacy.*}).
 *
 * @param answerWithin how long a unit has to answer a request, e.g. {@code 2 WORKING_DAY}: two working days by Decree
 *     356/2025/NĐ-CP, article 5, as secondary sources have it
 */
@ConfigurationProperties("motcua.privacy")
record PrivacySettings(@DefaultValue("2 WORKING_DAY") String answerWithin) {

    /** Refuses what is no time limit, when the program starts. */
    PrivacySettings {
        TimeLimit.parse(answerWithin);
    }

    TimeLimit limit() {
        return TimeLimit.parse(answerWithin);
    }
}
