package vn.motcua.reminder;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are reminded ({@code motcua.reminders.*}); see {@code docs/operating/messages.md}. No law sets these.
 *
 * @param soonShare a dossier is due soon when at most this share of its time is left
 * @param soonDays and in any case this many days before it is due
 * @param eachSuperiorAfter a late dossier is told to the leader of the unit at once, and after each such time to the leader of
 *     the next unit above; its days are working days of the unit where it lies, the rest is working time
 * @param digestAt from when on working days the mail of the morning is sent, time of Vietnam
 * @param digestUntil until when, where the program did not run in the morning
 * @param apologyAhead how long before the last moment that the law leaves a draft is shown
 * @param apologyInNameOf leaders' accounts by the numbers of their tenants: there apologies that nobody confirmed are sent by
 *     rule, in the name of that leader and where that leader has the right
 * @param apologyByRuleAhead how long before the last moment the rule sends them
 */
@ConfigurationProperties("motcua.reminders")
record ReminderSettings(
        @DefaultValue("0.25") double soonShare,
        @DefaultValue("1") int soonDays,
        @DefaultValue("2d") Duration eachSuperiorAfter,
        @DefaultValue("07:30") LocalTime digestAt,
        @DefaultValue("17:00") LocalTime digestUntil,
        @DefaultValue("1d") Duration apologyAhead,
        @DefaultValue Map<Integer, UUID> apologyInNameOf,
        @DefaultValue("2h") Duration apologyByRuleAhead) {

    /** Refuses what can only be a mistake, when the program starts. */
    ReminderSettings {
        apologyInNameOf = Map.copyOf(apologyInNameOf);
        if (soonShare < 0 || soonShare > 1 || soonDays < 0 || !eachSuperiorAfter.isPositive()) {
            throw new IllegalArgumentException("motcua.reminders: a share between 0 and 1, positive times");
        }
        if (!digestAt.isBefore(digestUntil)) {
            throw new IllegalArgumentException("motcua.reminders: digest-at must be before digest-until");
        }
    }

    Escalation escalation() {
        return new Escalation(soonShare, soonDays, eachSuperiorAfter);
    }
}
