package vn.motcua.reminder;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;

/**
 * Makes the apologies that nobody confirmed in time, where the agency's configuration says so: in the name of the leader whom it names,
 * by the ordinary act, with the ordinary rights. Twice is once: the command is the same each time.
 */
@Component
class ApologiesByRule {

    private static final Logger LOG = LoggerFactory.getLogger(ApologiesByRule.class);

    private final Apologies apologies;
    private final LeaderDesk leader;
    private final Accounts accounts;
    private final ReminderSettings settings;
    private final Messages messages;
    private final Clock clock;

    ApologiesByRule(
            Apologies apologies,
            LeaderDesk leader,
            Accounts accounts,
            ReminderSettings settings,
            Messages messages,
            Clock clock) {
        this.apologies = apologies;
        this.leader = leader;
        this.accounts = accounts;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** Makes those for which the time has come; how many. */
    @Scheduled(
            initialDelayString = "${motcua.reminders.after:PT2M}",
            fixedDelayString = "${motcua.reminders.every:PT5M}")
    public int go() {
        return OneByOne.sum("apologies by rule", settings.apologyInNameOf().entrySet(), this::tenant);
    }

    private int tenant(Map.Entry<Integer, UUID> rule) {
        var account = new SessionAccount(new TenantId(rule.getKey()), new AccountId(rule.getValue()));
        if (accounts.signedIn(account).orElse(null) instanceof SignedIn.OfficerAt who) {
            return OneByOne.sum(
                    "apologies by rule of tenant " + rule.getKey(),
                    apologies.inTime(who, settings.apologyByRuleAhead(), clock.instant()),
                    it -> made(who, it));
        }
        LOG.warn("motcua.reminders.apology-in-name-of.{}: no officer has that account", rule.getKey());
        return 0;
    }

    private int made(SignedIn.OfficerAt who, Apologies.Draft draft) {
        var command = Ids.once("apology by rule " + draft.dossier() + " " + draft.version());
        var reason = messages.say(Language.VI, "reminder.apology.byRule", draft.reason());
        try {
            leader.extend(
                    new Act(command, who, draft.version(), clock.instant()),
                    draft.dossier(),
                    draft.workingDays(),
                    reason);
            return 1;
        } catch (Refused refused) {
            LOG.info("no apology by rule for {}: {}", draft.dossier(), refused.code());
            return 0;
        }
    }
}
