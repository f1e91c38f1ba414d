package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.Condition;
import vn.motcua.form.Facts;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** What the examples of a draft say of it while it is edited: whether they hold, and which of them meets which rule. */
public final class StudioProof {

    private static final OpeningHours HOURS = OpeningHours.usual();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    private final ProcedurePackage content;
    private final Optional<RouteTrial> trial;

    private StudioProof(ProcedurePackage content) {
        this.content = content;
        this.trial = content.routeDefinition().map(it -> RouteTrial.of(content, it, HOURS, CALENDAR));
    }

    /** Of these files; empty while they cannot be read as a package. */
    public static Optional<StudioProof> of(Map<String, String> files) {
        try {
            return Optional.of(new StudioProof(ProcedurePackage.read(files)));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    /** What of the example with that number does not hold. */
    public List<Phrase> wrong(int number) {
        var all = content.examples();
        return number < 1 || number > all.size()
                ? List.of()
                : all.get(number - 1).differences(content, HOURS, CALENDAR).stream()
                        .map(Example.Difference::words)
                        .toList();
    }

    /**
     * The names of the examples that meet each element of that part, in their order: of rules the first that holds, of
     * documents those that are demanded, of checks those that hold.
     */
    public Map<String, List<String>> met(StudioPart part) {
        var met = new HashMap<String, List<String>>();
        var elements = StudioPackage.of(content.files()).elements(part);
        var conditions = elements.stream().map(it -> condition(part, it)).toList();
        for (int i = 0; i < elements.size(); i++) {
            int at = i;
            BiPredicate<Example, Integer> meets = switch (part.sort()) {
                case CHOICE ->
                    (example, _) -> chosen(part.of(), number(elements.get(at).id()), example);
                case UNIT -> (example, _) -> settled(part.of(), at, elements.size() - 1, example);
                case DOCUMENTS -> (example, _) -> demanded(elements.get(at).id(), example);
                case CHECKS -> (example, place) -> holds(conditions.get(place), example);
                default -> (example, place) -> first(conditions, example) == place;
            };
            met.put(
                    elements.get(i).id(),
                    content.examples().stream()
                            .filter(it -> meets.test(it, at))
                            .map(Example::name)
                            .toList());
        }
        return met;
    }

    private Optional<Condition> condition(StudioPart part, StudioPackage.Element element) {
        return part.sort() == StudioPart.Sort.DOCUMENTS
                ? Optional.empty()
                : Optional.of(element.condition())
                        .filter(it -> !it.isEmpty())
                        .map(it -> content.form().expressions().condition(part.word(), it));
    }

    /** Which rule holds first; the last one has no condition. */
    private int first(List<Optional<Condition>> conditions, Example example) {
        return IntStream.range(0, conditions.size())
                .filter(it -> conditions.get(it).isEmpty() || holds(conditions.get(it), example))
                .findFirst()
                .orElse(-1);
    }

    private boolean holds(Optional<Condition> condition, Example example) {
        var facts = facts(example);
        return condition
                .filter(it -> it.holds(content.form().situation(example.all(content), facts)))
                .isPresent();
    }

    private boolean demanded(String document, Example example) {
        return content.required(example.all(content), facts(example)).stream()
                .anyMatch(it -> it.id().equals(document));
    }

    private static Facts facts(Example example) {
        return example.facts(CALENDAR);
    }

    private boolean chosen(String choice, int way, Example example) {
        return runs(example).stream()
                .flatMap(it -> it.walk().decisions().stream())
                .anyMatch(it -> it.choice().equals(choice) && it.way() == way);
    }

    /** Whether the step is done at the unit of that rule; the last place stands for the usual one. */
    private boolean settled(String step, int place, int usual, Example example) {
        return runs(example).stream()
                .flatMap(it -> it.walk().visits().stream())
                .filter(it -> it.step().id().equals(step))
                .anyMatch(it -> it.rule().map(it.step().unitRules()::indexOf).orElse(usual) == place);
    }

    private List<RouteTrial.Run> runs(Example example) {
        var runs = new ArrayList<RouteTrial.Run>();
        trial.ifPresent(it -> {
            int at = content.examples().indexOf(example);
            if (at >= 0 && at < it.runs().size()) {
                runs.add(it.runs().get(at));
            }
        });
        return runs;
    }

    private static int number(String id) {
        return id.equals(StudioPart.OTHERWISE) ? 0 : Integer.parseInt(id);
    }
}
