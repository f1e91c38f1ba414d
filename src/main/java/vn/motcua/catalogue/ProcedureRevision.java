package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.form.FormDefinition.Outcome;
import vn.motcua.shared.Language;

/**
 * One published revision of a procedure, immutable. A dossier keeps the revision under which it was filed. Most of the
 * catalogue is only a record to read; what has a package can be filed and settled here.
 *
 * @param id stable for the same content
 * @param record what was published
 * @param content the package that makes it runnable; empty for a record only
 */
public record ProcedureRevision(RevisionId id, ProcedureRecord record, Optional<ProcedurePackage> content) {

    /** The national code. */
    public String code() {
        return record.code();
    }

    /** The official name; English where the package has it. */
    public String name(Language language) {
        return content.map(it -> it.name().in(language)).orElse(record.name());
    }

    /** The shorter name; English where the package has it. */
    public String shortName(Language language) {
        return content.map(it -> it.shortName().in(language)).orElse(record.shortName());
    }

    /** Whether it can be filed and settled with this program. */
    public boolean runnable() {
        return content.isPresent();
    }

    /** Whether it can be filed with this program without coming to the counter. */
    public boolean online() {
        return runnable() && channels().contains(Channel.ONLINE);
    }

    /**
     * The code of the procedure that took the place of this one (được thay thế bởi): what its form suggests to everybody,
     * whatever they answer. Empty while nothing did.
     */
    public Optional<String> supersededBy() {
        return content.stream()
                .flatMap(it -> it.form().definition().checks().stream())
                .filter(it -> it.condition().strip().equals("true"))
                .flatMap(it -> it.outcome() instanceof Outcome.Suggestion(var code) ? Stream.of(code) : Stream.empty())
                .findFirst();
    }

    /** The published ways of filing, each once. */
    public List<Channel> channels() {
        return record.channels().stream()
                .map(PublishedChannel::method)
                .distinct()
                .toList();
    }

    /** The package; asking for that of a mere record is a bug. */
    public ProcedurePackage runnableContent() {
        return content.orElseThrow(() -> new IllegalStateException(code() + " has no package"));
    }
}
