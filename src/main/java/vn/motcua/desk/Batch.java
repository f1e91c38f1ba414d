package vn.motcua.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.result.Registered;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;

/**
 * One thing done to many dossiers, in the name of the officer who chose them.
 *
 * @param id also the idempotency key of the form that began it
 * @param note what is written to each; the reason when work goes to somebody else
 * @param from whose work it was; empty unless it goes to somebody else
 * @param to who gets it; empty for the tray
 * @param site the address of this program as the officer reaches it, which papers that are made carry; empty where none is made
 * @param finishedAt when nothing waited any more
 */
public record Batch(
        UUID id,
        AccountId account,
        What what,
        String note,
        Optional<OfficerId> from,
        String fromName,
        Optional<OfficerId> to,
        String toName,
        String site,
        Language language,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** What is done to each. */
    public enum What {
        CLAIM(Optional.of(DeskAction.CLAIM)),
        RELEASE(Optional.of(DeskAction.RELEASE)),
        /** The one-stop hands on what it has received and kept to the unit that settles it. */
        FORWARD(Optional.of(DeskAction.FORWARD)),
        COMPLETE(Optional.of(DeskAction.COMPLETE)),
        APPROVE(Optional.of(DeskAction.APPROVE)),
        /** The clerk lets results be numbered one after the other, and signed and issued in the background. */
        ISSUE(Optional.of(DeskAction.ISSUE)),
        /** A leader gives a colleague's work to another, or back to the tray. */
        REASSIGN(Optional.empty());

        private final Optional<DeskAction> action;

        What(Optional<DeskAction> action) {
            this.action = action;
        }

        /** The act of the desk that it is; empty for what only leaders do. */
        public Optional<DeskAction> action() {
            return action;
        }

        /** Whether a note can be written to each. */
        public boolean noted() {
            return this == COMPLETE || this == APPROVE;
        }
    }

    /** The idempotency key of what is done to that one, however often it is tried. */
    public UUID command(Item item) {
        return Ids.once("batch " + id + " " + item.no());
    }

    /** What became of one. */
    public enum State {
        WAITING,
        DONE,
        /** It was not tried: somebody has to look at it by itself. */
        KEPT_OUT,
        /** It was tried and refused. */
        REFUSED
    }

    /**
     * One dossier of them.
     *
     * @param version the version that the officer decided on
     * @param number the dossier number; empty before reception
     * @param sentence why it was not done; empty when it was, or waits
     */
    public record Item(
            int no,
            DossierId dossier,
            String step,
            int version,
            String number,
            String procedure,
            String stepName,
            State state,
            String sentence) {

        Item because(String why) {
            return new Item(no, dossier, step, version, number, procedure, stepName, state, why);
        }
    }

    /**
     * With all of them.
     *
     * @param papers what the register has of the results that were handed on, by the number of the dossier in the batch
     */
    public record Report(Batch batch, List<Item> items, Map<Integer, Registered> papers) {

        /** Keeps its own copies. */
        public Report {
            items = List.copyOf(items);
            papers = Map.copyOf(papers);
        }

        /** How many are in that state. */
        public int count(State state) {
            return (int) items.stream().filter(it -> it.state() == state).count();
        }

        /** How many are done: of results, how many are issued. */
        public int done() {
            return count(State.DONE)
                    - papers.size()
                    + (int) papers.values().stream()
                            .filter(it -> it.issuedAt().isPresent())
                            .count();
        }

        /** Results that have their number and are not issued yet, with what is waited for. */
        public List<Item> signing() {
            return items.stream()
                    .filter(it -> Optional.ofNullable(papers.get(it.no()))
                            .filter(Registered::open)
                            .isPresent())
                    .toList();
        }

        /** Whether nothing goes on by itself any more; a leader's word may still be waited for. */
        public boolean over() {
            return count(State.WAITING) == 0
                    && papers.values().stream()
                            .noneMatch(it -> it.open() && it.orderedAt().isPresent());
        }

        /** Those that were not done, with the reason; also results that were signed and could not be issued. */
        public List<Item> exceptions() {
            return items.stream()
                    .map(it -> Optional.ofNullable(papers.get(it.no()))
                            .filter(one -> !one.open() && one.issuedAt().isEmpty())
                            .map(one -> it.because(one.reason()))
                            .orElse(it))
                    .filter(it -> !it.sentence().isEmpty())
                    .toList();
        }
    }
}
