package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Where an author edits a draft by its parts instead of as text. It may be opened by those who may send its files, and what is
 * saved is saved as a file of it would be: as one command, against the version that the page showed.
 */
@Service
public class StudioDesk {

    private final RevisionDesk desk;
    private final Catalogue catalogue;

    StudioDesk(RevisionDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    /** A draft of the author's agency; anything else is not there, nor a province's layer. */
    public Edition draft(OfficerAt who, String code, String no) {
        var edition = edition(who, code, no);
        if (!(edition.phase() instanceof Phase.Draft)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return edition;
    }

    /** What keeps a draft from being handed in, each with its place. */
    public List<PackageProblem> problems(Edition draft) {
        return desk.problems(draft);
    }

    private Edition edition(OfficerAt who, String code, String no) {
        if (!desk.role(who).writes()
                || !no.matches("[1-9]\\d{0,5}")
                || LayerCode.of(code).isPresent()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return desk.get(who, code, Integer.parseInt(no));
    }

    /** An element as somebody filled it in: its part, its name until now (empty for a new one), its kind, its inputs. */
    public record Filling(StudioPart part, String id, String kind, Map<String, String> typed) {}

    /** Adds an element or changes one; {@link StudioWrong} says what is wrong, and nothing is saved. */
    public void put(OfficerAt who, UUID command, Which which, Filling filling) {
        var part = filling.part();
        var fresh = filling.id().isEmpty();
        save(who, command, which, edition -> {
            var before = StudioPackage.of(edition.files());
            var id = filling.typed().getOrDefault("id", "").strip();
            if (!fresh && part.coded() && !id.equals(filling.id())) {
                renamed(before, filling);
            }
            var after = fresh
                    ? before.with(part, filling.kind(), filling.typed())
                    : before.change(part, filling.id(), filling.kind(), filling.typed());
            after = part.sort() == StudioPart.Sort.LINKED ? beside(after) : after;
            var named = part.coded() && !id.isEmpty() ? id : fresh ? last(after, part) : filling.id();
            StudioCheck.of(edition.code(), edition.agency(), part, named, before.files(), after.files());
            return after;
        });
    }

    /** With the files of the procedures that a group links, as they are in force. */
    private StudioPackage beside(StudioPackage content) {
        var all = new HashMap<>(content.files());
        for (var code : content.procedures()) {
            if (GroupText.of(code, all).isEmpty()) {
                catalogue
                        .find(code)
                        .flatMap(ProcedureRevision::content)
                        .ifPresent(it -> it.files().forEach((name, text) -> all.put(code + "/" + name, text)));
            }
        }
        return StudioPackage.of(all);
    }

    private static String last(StudioPackage content, StudioPart part) {
        return content.elements(part).reversed().stream()
                .map(StudioPackage.Element::id)
                .filter(it -> !it.equals(StudioPart.OTHERWISE))
                .findFirst()
                .orElse("");
    }

    private static void renamed(StudioPackage before, Filling filling) {
        var uses = before.uses(filling.part(), filling.id());
        if (!uses.isEmpty()) {
            throw new StudioWrong(Map.of(
                    "id",
                    Phrase.of(
                            "studio.wrong.renamed",
                            filling.id(),
                            uses.size(),
                            uses.getFirst().text())));
        }
    }

    /** Moves an element up or down by one, or a question to another page. */
    public void move(OfficerAt who, UUID command, Which which, StudioPart part, String id, String to) {
        save(who, command, which, edition -> {
            var before = StudioPackage.of(edition.files());
            var goal = goal(before, part, to);
            var after = switch (to) {
                case "up", "down" -> before.shifted(part, id, to.equals("up"));
                default -> before.moved(part, id, goal);
            };
            StudioCheck.of(edition.code(), edition.agency(), goal, id, before.files(), after.files());
            return after;
        });
    }

    private static StudioPart goal(StudioPackage before, StudioPart part, String to) {
        if (to.equals("up") || to.equals("down")) {
            return part;
        }
        return StudioPart.named(to)
                .filter(it -> part.asks()
                        && part.sort() != StudioPart.Sort.TABLE
                        && part.sort() != StudioPart.Sort.ENTER
                        && before.pages().contains(it))
                .orElseThrow(() -> new StudioWrong(Map.of("to", Phrase.of("studio.wrong.noPage"))));
    }

    /** Takes an element out, whoever asks for it; the author was told who does. */
    public void remove(OfficerAt who, UUID command, Which which, StudioPart part, String id) {
        save(who, command, which, edition -> StudioPackage.of(edition.files()).without(part, id));
    }

    /** Puts another route in the place of the draft's; it need not be sound yet. */
    public void route(OfficerAt who, UUID command, Which which, RouteDefinition route) {
        save(who, command, which, edition -> StudioPackage.of(StudioRoute.with(edition.files(), route)));
    }

    /** What a page saw last is changed and saved; of an older page nothing but a command that was done before is taken. */
    private void save(OfficerAt who, UUID command, Which which, Function<Edition, StudioPackage> edit) {
        var edition = edition(who, which.code(), Integer.toString(which.no()));
        if (edition.version() != which.version() || !(edition.phase() instanceof Phase.Draft)) {
            desk.change(who, command, which, edition.files());
            return;
        }
        var edited = edit.apply(edition).files();
        var changed = new HashMap<>(edited);
        changed.entrySet().removeIf(it -> it.getValue().equals(edition.files().getOrDefault(it.getKey(), "")));
        edition.files().keySet().stream().filter(it -> !edited.containsKey(it)).forEach(it -> changed.put(it, ""));
        if (!changed.isEmpty()) {
            desk.change(who, command, which, changed);
        }
    }
}
