package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.Due;

/** What an answer to a supplement request does to a dossier: the same whether it comes online or over the counter. */
@Component
class Answered {

    private final DueMoments dues;

    Answered(DueMoments dues) {
        this.dues = dues;
    }

    /**
     * The change.
     *
     * @param broughtBy who brought it to the counter; empty when it came online
     */
    Change change(Work work, Supplement supplement, Optional<String> broughtBy) {
        var corrected =
                supplement.answers().map(it -> corrected(work.answers(), it)).orElse(List.of());
        var papers = supplement.papers().stream().map(it -> it.id().toString()).toList();
        var due = work.dossier().stage().received().isPresent()
                ? Optional.of(dues.supplemented(work))
                : Optional.<Due>empty();
        return work.dossier().supplements().provide(papers, corrected, supplement.note(), due, broughtBy, work.now());
    }

    /** What comes into the folder with it. */
    Content content(Work work, Supplement supplement) {
        return new Content(
                supplement.answers().map(given -> work.procedure().corrected(work.answers(), given)),
                supplement.papers());
    }

    /** The fields whose answer is another one now. */
    private static List<String> corrected(Map<String, Object> before, Map<String, Object> after) {
        return after.keySet().stream()
                .filter(it -> !Objects.equals(before.get(it), after.get(it)))
                .sorted()
                .toList();
    }
}
