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

    private final Map<String, ProcedureRevision> byCode;
    private final Map<RevisionId, ProcedureRevision> byId;
    private final ProcedureIndex index;
    private final Map<String, LifeEvent> events;
    private final List<LifeEvent.Counted> counted;

    Shelf(List<ProcedureRevision> revisions) {
        this(revisions, Synonyms.builtIn(), LifeEvent.builtIn());
    }

    Shelf(List<ProcedureRevision> revisions, Synonyms synonyms, List<LifeEvent> lifeEvents) {
        byCode = revisions.stream()
                .sorted(Comparator.comparing(ProcedureRevision::code))
                .collect(Collectors.toMap(
                        ProcedureRevision::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        byId = revisions.stream().collect(Collectors.toMap(ProcedureRevision::id, Function.identity()));
        index = new ProcedureIndex(all(), synonyms);
        events = lifeEvents.stream()
                .collect(Collectors.toMap(LifeEvent::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        var words =
                revisions.stream().collect(Collectors.toMap(ProcedureRevision::id, it -> LifeEvent.words(it.record())));
        counted = lifeEvents.stream()
                .map(event -> new LifeEvent.Counted(event, (int) revisions.stream()
                        .filter(it -> event.leadsTo(it.record(), words.getOrDefault(it.id(), "")))
                        .count()))
                .toList();
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

    SearchResult search(SearchQuery query) {
        var asked = query.text().strip();
        var found = found(asked).stream().filter(it -> fits(it, query)).toList();
        int pages = Math.max(1, (found.size() + SearchQuery.PAGE - 1) / SearchQuery.PAGE);
        int page = Math.clamp(query.page(), 1, pages);
        var meant = asked.isEmpty() ? List.<String>of() : index.meant(asked);
        var marked = marked(asked, meant);
        var hits = found.stream()
                .skip((page - 1L) * SearchQuery.PAGE)
                .limit(SearchQuery.PAGE)
                .map(it -> new SearchResult.Hit(it, pieces(it.record().shortName(), marked)))
                .toList();
        return new SearchResult(hits, found.size(), page, pages, meant, suggestion(asked, found.isEmpty()));
    }

    private List<ProcedureRevision> found(String asked) {
        if (asked.isEmpty()) {
            return all().stream()
                    .sorted(Comparator.comparing(ProcedureRevision::runnable, Comparator.reverseOrder()))
                    .toList();
        }
        var byItsCode = CODE.matcher(asked).matches() ? find(asked) : Optional.<ProcedureRevision>empty();
        if (byItsCode.isPresent()) {
            return List.of(byItsCode.get());
        }
        if (SearchText.words(asked).isEmpty()) {
            return List.of();
        }
        record Scored(ProcedureRevision revision, float score) {}
        return index.matching(asked).entrySet().stream()
                .map(it -> {
                    var revision = find(it.getKey()).orElseThrow();
                    return new Scored(revision, it.getValue() * preference(revision));
                })
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

    private boolean fits(ProcedureRevision revision, SearchQuery query) {
        var record = revision.record();
        return query.level().map(record.levels()::contains).orElse(true)
                && (query.sector().isEmpty() || record.sector().equals(query.sector()))
                && (query.issuer().isEmpty() || record.issuer().code().equals(query.issuer()))
                && (query.event().isEmpty()
                        || Optional.ofNullable(events.get(query.event()))
                                .map(it -> it.leadsTo(record))
                                .orElse(false));
    }

    private Optional<String> suggestion(String asked, boolean nothing) {
        if (!nothing || asked.isEmpty()) {
            return Optional.empty();
        }
        var nearest = index.nearest(asked);
        var changed = !nearest.equals(String.join(" ", SearchText.words(asked)));
        return changed && !index.matching(nearest).isEmpty() ? Optional.of(nearest) : Optional.empty();
    }

    private Set<String> marked(String asked, List<String> meant) {
        var words = new HashSet<>(index.corrected(asked));
        meant.forEach(it -> words.addAll(SearchText.words(it)));
        return words;
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
