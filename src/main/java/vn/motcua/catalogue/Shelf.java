package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The revisions in force at one moment, with their index. Never changed: a publication makes a new one. */
final class Shelf {

    private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}(\\.H\\d\\d)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** A phrase less near than this finds nothing by itself. */
    private static final double NEAR = 0.2;
    /** What a phrase typed word for word weighs; the words of a whole name found in their order weigh about a tenth. */
    private static final double EVERYDAY = 800;

    private final Map<String, ProcedureRevision> byCode;
    private final Map<RevisionId, ProcedureRevision> byId;
    private final ProcedureIndex index;
    private final EverydayWords everyday;
    private final Map<String, LifeEvent> events;
    private final List<LifeEvent.Counted> counted;
    private final FilterChoices choices;

    Shelf(List<ProcedureRevision> revisions) {
        this(revisions, Synonyms.builtIn(), LifeEvent.builtIn());
    }

    Shelf(List<ProcedureRevision> revisions, Synonyms synonyms, List<LifeEvent> lifeEvents) {
        byCode = revisions.stream()
                .sorted(Comparator.comparing(ProcedureRevision::code))
                .collect(Collectors.toMap(
                        ProcedureRevision::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        byId = revisions.stream().collect(Collectors.toMap(ProcedureRevision::id, Function.identity()));
        everyday = EverydayWords.builtIn(
                byCode.values().stream().map(ProcedureRevision::record).toList());
        index = new ProcedureIndex(all(), synonyms, everyday);
        events = lifeEvents.stream()
                .collect(Collectors.toMap(LifeEvent::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        var words =
                revisions.stream().collect(Collectors.toMap(ProcedureRevision::id, it -> LifeEvent.words(it.record())));
        counted = lifeEvents.stream()
                .map(event -> new LifeEvent.Counted(event, (int) revisions.stream()
                        .filter(it -> event.leadsTo(it.record(), words.getOrDefault(it.id(), "")))
                        .count()))
                .toList();
        choices = FilterChoices.of(byCode.values());
    }

    Optional<ProcedureRevision> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<ProcedureRevision> find(RevisionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ProcedureRevision> all() {
        return List.copyOf(byCode.values());
    }

    List<LifeEvent.Counted> lifeEvents() {
        return counted;
    }

    FilterChoices choices() {
        return choices;
    }

    SearchResult search(SearchQuery query) {
        var asked = index.read(query.text());
        var near = everyday.near(asked.words());
        var found = found(query.text().strip(), asked, near).stream()
                .filter(it -> query.filters().fit(it.record(), event -> belongs(it.record(), event)))
                .toList();
        int pages = Math.max(1, (found.size() + SearchQuery.PAGE - 1) / SearchQuery.PAGE);
        int page = Math.clamp(query.page(), 1, pages);
        var meant =
                asked.meant().stream().map(Synonyms.Meant::official).distinct().toList();
        var marked = new HashSet<>(asked.words());
        meant.forEach(it -> marked.addAll(SearchText.words(it)));
        var hits = found.stream()
                .skip((page - 1L) * SearchQuery.PAGE)
                .limit(SearchQuery.PAGE)
                .map(it -> new SearchResult.Hit(
                        it,
                        pieces(it.record().shortName(), marked),
                        FoundBy.of(it.record(), asked, Optional.ofNullable(near.get(it.code())), index::strong)))
                .toList();
        return new SearchResult(hits, found.size(), page, pages, meant, suggestion(asked, found.isEmpty()));
    }

    private List<ProcedureRevision> found(
            String asked, ProcedureIndex.Read read, Map<String, EverydayWords.Near> near) {
        if (asked.isEmpty()) {
            return all().stream()
                    .sorted(Comparator.comparing(ProcedureRevision::runnable, Comparator.reverseOrder()))
                    .toList();
        }
        var byItsCode = CODE.matcher(asked).matches() ? find(asked) : Optional.<ProcedureRevision>empty();
        if (byItsCode.isPresent()) {
            return List.of(byItsCode.get());
        }
        if (read.typed().isEmpty()) {
            return List.of();
        }
        var matching = index.matching(read);
        near.forEach((code, phrase) -> {
            if (byCode.containsKey(code) && (matching.containsKey(code) || phrase.near() >= NEAR)) {
                matching.merge(code, (float) (EVERYDAY * phrase.near()), Float::sum);
            }
        });
        leadOn(matching);
        record Scored(ProcedureRevision revision, float score) {}
        return matching.entrySet().stream()
                .map(it -> new Scored(find(it.getKey()).orElseThrow(), it.getValue()))
                .map(it -> new Scored(it.revision(), it.score() * preference(it.revision())))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(it -> it.revision().code()))
                .map(Scored::revision)
                .toList();
    }

    /** What can be done here, and close to home, stands a little before the rest. */
    private static float preference(ProcedureRevision revision) {
        float preference = revision.runnable() ? 1.3f : 1f;
        return revision.record().levels().contains(ProcedureRecord.Level.COMMUNE) ? preference * 1.08f : preference;
    }

    /** What took the place of something is found by all that finds the former, and stands well before it. */
    private void leadOn(Map<String, Float> matching) {
        for (var former : List.copyOf(matching.keySet())) {
            find(former)
                    .flatMap(ProcedureRevision::supersededBy)
                    .filter(byCode::containsKey)
                    .ifPresent(it -> {
                        float score = matching.getOrDefault(former, 0f);
                        matching.merge(it, score, Math::max);
                        matching.put(former, 0.5f * score);
                    });
        }
    }

    private boolean belongs(ProcedureRecord record, String event) {
        return Optional.ofNullable(events.get(event))
                .map(it -> it.leadsTo(record))
                .orElse(false);
    }

    private Optional<String> suggestion(ProcedureIndex.Read asked, boolean nothing) {
        if (!nothing || asked.typed().isEmpty()) {
            return Optional.empty();
        }
        var nearest = index.nearest(asked);
        var changed = !nearest.equals(String.join(" ", asked.typed()));
        return changed && !index.matching(index.read(nearest)).isEmpty() ? Optional.of(nearest) : Optional.empty();
    }

    /** The name cut where a matched word begins or ends. */
    private static List<SearchResult.Piece> pieces(String name, Set<String> marked) {
        var pieces = new ArrayList<SearchResult.Piece>();
        var word = WORD.matcher(name);
        int done = 0;
        while (word.find()) {
            var folded = String.join("", SearchText.words(word.group()));
            if (marked.contains(folded)) {
                if (word.start() > done) {
                    pieces.add(new SearchResult.Piece(name.substring(done, word.start()), false));
                }
                pieces.add(new SearchResult.Piece(word.group(), true));
                done = word.end();
            }
        }
        if (done < name.length()) {
            pieces.add(new SearchResult.Piece(name.substring(done), false));
        }
        return List.copyOf(pieces);
    }
}
