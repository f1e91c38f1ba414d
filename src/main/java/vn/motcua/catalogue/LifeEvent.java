package vn.motcua.catalogue;

import java.util.List;
import vn.motcua.form.Words;
import vn.motcua.shared.Text;

/**
 * Something that happens in a life or a business and leads to several procedures.
 *
 * @param id as it stands in addresses, e.g. {@code child}
 * @param icon which icon shows it
 * @param name in both languages
 * @param sectors fields of administration that belong to it as a whole
 * @param phrases a procedure whose name contains one of these, both without marks, belongs to it
 * @param citizens whether only procedures open to citizens count
 */
public record LifeEvent(
        String id, String icon, Words name, List<String> sectors, List<String> phrases, boolean citizens) {

    /**
     * An event with the number of procedures that belong to it.
     *
     * @param event which
     * @param procedures how many
     */
    public record Counted(LifeEvent event, int procedures) {}

    /** Whether the procedure belongs to it. */
    boolean leadsTo(ProcedureRecord record) {
        return leadsTo(record, words(record));
    }

    /** Whether the procedure belongs to it, whose {@link #words} are these. */
    boolean leadsTo(ProcedureRecord record, String words) {
        if (citizens
                && !record.subjects().isEmpty()
                && record.subjects().stream().noneMatch("Công dân Việt Nam"::equals)) {
            return false;
        }
        if (sectors.contains(record.sector())) {
            return true;
        }
        return phrases.stream().anyMatch(it -> words.contains(" " + it + " "));
    }

    /** The words of both names, folded, with a blank on each side. */
    static String words(ProcedureRecord record) {
        return " " + String.join(" ", SearchText.words(record.name() + " " + record.shortName())) + " ";
    }

    /** The events that come with the program, in their order. */
    static List<LifeEvent> builtIn() {
        return YamlPlace.read("life-events.yaml", CatalogueFiles.text("/catalogue/life-events.yaml"))
                .knowing("events")
                .list("events")
                .stream()
                .map(it -> new LifeEvent(
                        it.knowing("id", "icon", "name", "sectors", "phrases", "citizens")
                                .text("id"),
                        it.text("icon"),
                        it.need("name").words(),
                        it.texts("sectors"),
                        it.texts("phrases").stream().map(Text::fold).toList(),
                        it.flag("citizens")))
                .toList();
    }
}
