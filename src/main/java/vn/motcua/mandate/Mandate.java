package vn.motcua.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.Standing;
import vn.motcua.identity.Term;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.mandate.MandateState.Given;
import vn.motcua.mandate.MandateState.Revoked;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * That somebody acts for another person. Pure: each rule takes the time and gives the mandate after, or refuses.
 *
 * @param kind what it rests on
 * @param representative who acts
 * @param body for whom a helper helps, in words; empty for everybody else
 * @param principal for whom; with consent on the phone not known before it is answered
 * @param reach what may be done in which matters
 * @param from first day
 * @param until last day
 */
public record Mandate(
        MandateId id,
        Standing.Kind kind,
        Representative representative,
        String body,
        Optional<Principal> principal,
        Reach reach,
        LocalDate from,
        LocalDate until,
        MandateState state) {

    /** Who acts, with the name they sign in with. */
    public record Representative(AccountId account, String name) {}

    /**
     * The person says yes. Refuses their own question ({@link MandateRefusal#OWN_CONSENT}), one that was answered or whose
     * time is over.
     */
    public Mandate give(Principal who, Instant now) {
        answerable(who, now);
        return with(Optional.of(who), new Given(now));
    }

    /** The person, or who checks the document, says no. */
    public Mandate refuse(Principal who, String reason, Instant now) {
        answerable(who, now);
        return with(Optional.of(who), new MandateState.Refused(now, reason));
    }

    /** Who checks the document says no. */
    public Mandate turnDown(String reason, Instant now) {
        open(now);
        return with(principal, new MandateState.Refused(now, reason));
    }

    /** Either of the two ends it, at once; what is not asked for or given any more stays as it is. */
    public Mandate revoke(Instant now) {
        return switch (state) {
            case Given(var at) -> with(principal, new Revoked(at, now));
            case Revoked _, MandateState.Refused _ -> this;
            case Asked _ -> with(principal, new MandateState.Refused(now, ""));
        };
    }

    /** How long it lasts; empty when it was not given. */
    public Optional<Term> term() {
        return switch (state) {
            case Given _ -> Optional.of(new Term(from, until, Optional.empty()));
            case Revoked(var _, var at) -> Optional.of(new Term(from, until, Optional.of(at)));
            case Asked _, MandateState.Refused _ -> Optional.empty();
        };
    }

    /** What it gives at that moment; empty when nothing. */
    public Optional<Standing.ByMandate> standing(Instant now) {
        return term().filter(it -> it.lasts(now))
                .flatMap(it -> principal.map(whom -> new Standing.ByMandate(id, kind, whom.person(), reach, it)));
    }

    /** Where it stands at that moment. */
    public MandateState.Word word(Instant now) {
        return switch (state) {
            case Asked(var expires) -> now.isBefore(expires) ? MandateState.Word.ASKED : MandateState.Word.LAPSED;
            case Given _ -> VietnamTime.dayOf(now).isAfter(until) ? MandateState.Word.LAPSED : MandateState.Word.GIVEN;
            case MandateState.Refused _ -> MandateState.Word.REFUSED;
            case Revoked _ -> MandateState.Word.REVOKED;
        };
    }

    private void answerable(Principal who, Instant now) {
        if (who.account().equals(representative.account())) {
            throw new Refused(MandateRefusal.OWN_CONSENT);
        }
        open(now);
    }

    private void open(Instant now) {
        switch (state) {
            case Asked(var expires) -> {
                if (!now.isBefore(expires)) {
                    throw new Refused(MandateRefusal.QUESTION_LAPSED);
                }
            }
            case Given _, MandateState.Refused _, Revoked _ -> throw new Refused(MandateRefusal.MANDATE_ANSWERED);
        }
    }

    private Mandate with(Optional<Principal> whom, MandateState then) {
        return new Mandate(id, kind, representative, body, whom, reach, from, until, then);
    }
}
