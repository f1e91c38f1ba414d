package vn.motcua.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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
 * @param together where it is for filling in one draft together; empty for every other
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
        MandateState state,
        Optional<Together> together) {

    /** One that lasts for days. */
    public Mandate(
            MandateId id,
            Standing.Kind kind,
            Representative representative,
            String body,
            Optional<Principal> principal,
            Reach reach,
            LocalDate from,
            LocalDate until,
            MandateState state) {
        this(id, kind, representative, body, principal, reach, from, until, state, Optional.empty());
    }

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

    /**
     * The person says yes to filling in a draft of theirs together.
     *
     * @param draft which
     * @param most how many minutes at most; never more than was asked
     */
    public Mandate give(Principal who, UUID draft, int most, Instant now) {
        var given = give(who, now);
        return new Mandate(
                given.id,
                given.kind,
                given.representative,
                given.body,
                given.principal,
                given.reach,
                given.from,
                given.until,
                given.state,
                together.map(it -> it.agreed(draft, most)));
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
            case Given(var at) -> Optional.of(new Term(from, until, together.map(it -> it.over(at))));
            case Revoked(var given, var at) -> {
                var over = together.map(it -> it.over(given)).filter(at::isAfter);
                yield Optional.of(new Term(from, until, over.or(() -> Optional.of(at))));
            }
            case Asked _, MandateState.Refused _ -> Optional.empty();
        };
    }

    /** What it gives at that moment; empty when nothing. */
    public Optional<Standing.ByMandate> standing(Instant now) {
        return term().filter(it -> it.lasts(now))
                .flatMap(it -> principal.map(whom -> new Standing.ByMandate(id, kind, whom.person(), reached(), it)));
    }

    private Reach reached() {
        return together.flatMap(Together::draft).map(reach::only).orElse(reach);
    }

    /** Where it stands at that moment. */
    public MandateState.Word word(Instant now) {
        return switch (state) {
            case Asked(var expires) -> now.isBefore(expires) ? MandateState.Word.ASKED : MandateState.Word.LAPSED;
            case Given(var at) ->
                VietnamTime.dayOf(now).isAfter(until)
                                || together.filter(it -> !now.isBefore(it.over(at)))
                                        .isPresent()
                        ? MandateState.Word.LAPSED
                        : MandateState.Word.GIVEN;
            case MandateState.Refused _ -> MandateState.Word.REFUSED;
            case Revoked _ -> MandateState.Word.REVOKED;
        };
    }

    /**
     * The same as its representative may still see it: once helping with a draft is over, they are not told any more whom they
     * helped, so that nothing of one person is before them when they help the next.
     */
    Mandate forRepresentative(Instant now) {
        return together.isPresent() && word(now) != MandateState.Word.GIVEN
                ? new Mandate(id, kind, representative, body, Optional.empty(), reach, from, until, state, together)
                : this;
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
        return new Mandate(id, kind, representative, body, whom, reach, from, until, then, together);
    }
}
