package vn.motcua.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.conversation.Threads;
import vn.motcua.desk.Batch.Item;
import vn.motcua.desk.Batch.State;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ManyDossiers;
import vn.motcua.dossier.ManyDossiers.Candidate;
import vn.motcua.dossier.ManyDossiers.Pick;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.result.Registered;
import vn.motcua.result.ResultRefusal;
import vn.motcua.result.Results;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Begins what is done to many dossiers at once, and tells how far it is. {@link BatchRounds} carries it out. */
@Service
public class Batches {

    /** So many at once; more is more than anybody has looked at. */
    public static final int MOST = 500;

    private final BatchStore store;
    private final ManyDossiers many;
    private final Threads threads;
    private final Team team;
    private final Results results;
    private final Messages messages;
    private final Clock clock;

    Batches(
            BatchStore store,
            ManyDossiers many,
            Threads threads,
            Team team,
            Results results,
            Messages messages,
            Clock clock) {
        this.store = store;
        this.many = many;
        this.threads = threads;
        this.team = team;
        this.results = results;
        this.messages = messages;
        this.clock = clock;
    }

    /** What would become of these: those that can be done together, and those that are kept out, with the reason. */
    public List<Candidate> look(OfficerAt who, Batch.What what, List<Pick> picks, Language language) {
        if (picks.size() > MOST) {
            throw new Refused(BatchRefusal.BATCH_TOO_LONG, MOST);
        }
        var action = what.action().orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return many.candidates(who, action, picks, language, clock.instant()).stream()
                .map(it -> it.why().isPresent()
                        ? it
                        : new Candidate(
                                it.pick(),
                                it.version(),
                                it.number(),
                                it.procedure(),
                                it.stepName(),
                                alone(who, what, it.pick().dossier())))
                .toList();
    }

    /** What the dossier's own rules do not know of and somebody has to look at. */
    private Optional<Refused> alone(OfficerAt who, Batch.What what, DossierId dossier) {
        if (what.noted() && threads.unread(who, dossier) > 0) {
            return Optional.of(new Refused(BatchRefusal.BATCH_MESSAGE_UNREAD));
        }
        return what == Batch.What.ISSUE && results.waitingOf(dossier).isPresent()
                ? Optional.of(new Refused(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE))
                : Optional.empty();
    }

    /** A dossier as it was seen when it was chosen. */
    public record Seen(Pick pick, int version) {}

    /**
     * Begins it: what can be done together waits to be done, the rest is in the report at once. A form sent twice begins one.
     *
     * @param site the address of this program, for papers that are made; kept only where some are
     */
    @Transactional
    public void begin(
            OfficerAt who,
            UUID command,
            Batch.What what,
            String note,
            List<Seen> seen,
            String site,
            Language language) {
        var known = store.find(command);
        if (known.isPresent()) {
            mine(who, known.get());
            return;
        }
        var looked = look(who, what, seen.stream().map(Seen::pick).toList(), language);
        if (looked.stream().allMatch(it -> it.why().isPresent())) {
            throw new Refused(BatchRefusal.BATCH_EMPTY);
        }
        var items = new ArrayList<Item>();
        for (var it : looked) {
            var version = seen.stream()
                    .filter(one -> one.pick().equals(it.pick()))
                    .findFirst()
                    .map(Seen::version)
                    .orElse(it.version());
            items.add(new Item(
                    items.size() + 1,
                    it.pick().dossier(),
                    it.pick().step(),
                    version,
                    it.number(),
                    it.procedure(),
                    it.stepName(),
                    it.why().isPresent() ? State.KEPT_OUT : State.WAITING,
                    it.why().map(why -> messages.say(language, why)).orElse("")));
        }
        store.add(
                new Batch(
                        command,
                        who.account(),
                        what,
                        Text.clean(note),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        what == Batch.What.ISSUE ? site : "",
                        language,
                        clock.instant(),
                        Optional.empty()),
                items);
    }

    /**
     * Begins to give work of a colleague to another one, or back to the tray.
     *
     * @param picks which of it; what the colleague has not any more is in the report with that reason
     * @param to empty for the tray
     */
    @Transactional
    public void reassign(
            OfficerAt who,
            UUID command,
            OfficerId from,
            Optional<OfficerId> to,
            String reason,
            List<Pick> picks,
            Language language) {
        var known = store.find(command);
        if (known.isPresent()) {
            mine(who, known.get());
            return;
        }
        var board = team.of(who, from, language);
        var why = Text.clean(reason);
        if (why.isEmpty()) {
            throw new Refused(BatchRefusal.BATCH_REASON_MISSING);
        }
        var toName = to.map(it -> board.colleagues().stream()
                .filter(one -> one.officer().equals(it))
                .findFirst()
                .map(Team.Named::name)
                .orElseThrow(() -> new Refused(BatchRefusal.BATCH_NOT_THEIR_STEP)));
        var items = new ArrayList<Item>();
        var gone = new ArrayList<>(picks);
        for (var it : board.claims()) {
            if (gone.remove(new Pick(it.dossier(), it.step()))) {
                items.add(waiting(items.size() + 1, it));
            }
        }
        if (items.isEmpty()) {
            throw new Refused(BatchRefusal.BATCH_EMPTY);
        }
        many.candidates(who, DeskAction.CLAIM, gone, language, clock.instant())
                .forEach(it -> items.add(gone(items.size() + 1, it, language)));
        store.add(
                new Batch(
                        command,
                        who.account(),
                        Batch.What.REASSIGN,
                        why,
                        Optional.of(from),
                        board.name(),
                        to,
                        toName.orElse(""),
                        "",
                        language,
                        clock.instant(),
                        Optional.empty()),
                items);
    }

    private static Item waiting(int no, OfficeWork.Claim it) {
        return new Item(no, it.dossier(), it.step(), 0, it.number(), it.procedure(), it.stepName(), State.WAITING, "");
    }

    /** Chosen, but the colleague has it no more. */
    private Item gone(int no, Candidate it, Language language) {
        return new Item(
                no,
                it.pick().dossier(),
                it.pick().step(),
                it.version(),
                it.number(),
                it.procedure(),
                it.stepName(),
                State.KEPT_OUT,
                messages.say(language, new Refused(BatchRefusal.BATCH_WORK_GONE)));
    }

    /** How far it is; only whoever began it learns that. */
    @Transactional(readOnly = true)
    public Batch.Report report(OfficerAt who, UUID id) {
        var batch = store.find(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        mine(who, batch);
        var items = store.items(id);
        return new Batch.Report(batch, items, papers(batch, items));
    }

    private Map<Integer, Registered> papers(Batch batch, List<Item> items) {
        if (batch.what() != Batch.What.ISSUE) {
            return Map.of();
        }
        var numbers = items.stream().collect(Collectors.toMap(batch::command, Item::no));
        return results.byCommands(numbers.keySet()).stream()
                .collect(Collectors.toMap(
                        it -> Objects.requireNonNull(numbers.get(it.draft().command())), it -> it));
    }

    /** The last ones that they began. */
    @Transactional(readOnly = true)
    public List<Batch> last(OfficerAt who) {
        return store.of(who.account());
    }

    private static void mine(OfficerAt who, Batch batch) {
        if (!batch.account().equals(who.account())) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }
}
