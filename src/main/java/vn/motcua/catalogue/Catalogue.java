package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * The desk of the catalogue: every published procedure by its code, every revision by its id, and search. All of it is
 * kept in memory (the nation's catalogue is a few megabytes) and read again after each publication.
 */
@Service
public class Catalogue implements SmartInitializingSingleton {

    private final Publication publication;
    private final ProvinceSettings settings;
    private final Map<RevisionId, ProcedureRevision> older = new ConcurrentHashMap<>();
    private volatile @Nullable Shelf shelf;
    private volatile Map<String, Course> courses = Map.of();
    private volatile Map<String, RevisionId> layers = Map.of();
    private volatile Map<String, ProcedureRecord> beside = Map.of();
    private String state = "";

    Catalogue(Publication publication, ProvinceSettings settings) {
        this.publication = publication;
        this.settings = settings;
    }

    /** Loads the catalogue before the first page is served. */
    @Override
    public void afterSingletonsInstantiated() {
        shelf();
    }

    /** The revision in force of the procedure with that national code. */
    public Optional<ProcedureRevision> find(String code) {
        return shelf().find(code);
    }

    /** The revision in force; refuses an unknown code with {@code NO_SUCH_PROCEDURE}. */
    public ProcedureRevision get(String code) {
        return find(code).orElseThrow(() -> new Refused(CatalogueRefusal.NO_SUCH_PROCEDURE, code));
    }

    /** The published record of a procedure that runs here by a package; empty for a mere record and where there is none. */
    public Optional<ProcedureRecord> published(String code) {
        return Optional.ofNullable(beside.get(code));
    }

    /** Since when the revision in force is, and the day of the next one; empty for an unknown code. */
    public Optional<Course> course(String code) {
        return Optional.ofNullable(courses.get(code));
    }

    /**
     * What holds in a province: with its own layer where it has one. A revision that is not in force any more is nobody's to
     * change, and comes back as it is.
     *
     * @param province two digits
     */
    public ProcedureRevision inProvince(ProcedureRevision revision, String province) {
        var national = find(revision.code());
        var holds = layers.containsValue(revision.id())
                || national.filter(it -> it.id().equals(revision.id())).isPresent();
        if (!holds || national.isEmpty()) {
            return revision;
        }
        var layer = layers.get(new LayerCode(revision.code(), province).toString());
        return layer == null ? national.get() : revision(layer);
    }

    /** The provinces that have a layer of their own over that procedure, by their codes. */
    public List<String> provinces(String code) {
        return layers.keySet().stream()
                .flatMap(it -> LayerCode.of(it).stream())
                .filter(it -> it.procedure().equals(code))
                .map(LayerCode::province)
                .sorted()
                .toList();
    }

    /** A revision, in force or not; refuses an unknown id with {@code NO_SUCH_REVISION}. */
    public ProcedureRevision revision(RevisionId id) {
        return shelf().find(id).orElseGet(() -> older.computeIfAbsent(id, this::read));
    }

    /** What matches, best first, one page of it. */
    public SearchResult search(SearchQuery query) {
        return shelf().search(query);
    }

    /** Every revision in force, by code. */
    public List<ProcedureRevision> all() {
        return shelf().all();
    }

    /** By what they can be filtered. */
    public FilterChoices choices() {
        return shelf().choices();
    }

    /** The procedures that can be filed with this program, by code. */
    public List<ProcedureRevision> runnable() {
        return all().stream().filter(ProcedureRevision::runnable).toList();
    }

    /** The events of life that lead to procedures, each with how many. */
    public List<LifeEvent.Counted> lifeEvents() {
        return shelf().lifeEvents();
    }

    private ProcedureRevision read(RevisionId id) {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> publication.find(id))
                .orElseThrow(() -> new Refused(CatalogueRefusal.NO_SUCH_REVISION, id.toString()));
    }

    private Shelf shelf() {
        var loaded = shelf;
        return loaded == null ? load() : loaded;
    }

    /** Reads the catalogue again when another revision has come into force, here or on another node. */
    public synchronized void renew() {
        var loaded = shelf;
        var now = Scope.of(TenantId.NATIONAL).call(publication::state);
        if (loaded != null && !now.equals(state)) {
            var fresh = Scope.of(TenantId.NATIONAL).call(() -> new Shelf(publication.inForce(loaded::find)));
            settings.check(fresh, Scope.of(TenantId.NATIONAL).call(publication::ended));
            courses = Scope.of(TenantId.NATIONAL).call(publication::courses);
            layers = Scope.of(TenantId.NATIONAL).call(publication::layers);
            beside = Scope.of(TenantId.NATIONAL).call(publication::besidePackages);
            shelf = fresh;
            state = now;
        }
    }

    private synchronized Shelf load() {
        var loaded = shelf;
        if (loaded == null) {
            loaded = Scope.of(TenantId.NATIONAL).call(() -> {
                publication.publishBuiltIn();
                state = publication.state();
                return new Shelf(publication.inForce());
            });
            settings.check(loaded, Scope.of(TenantId.NATIONAL).call(publication::ended));
            courses = Scope.of(TenantId.NATIONAL).call(publication::courses);
            layers = Scope.of(TenantId.NATIONAL).call(publication::layers);
            beside = Scope.of(TenantId.NATIONAL).call(publication::besidePackages);
            shelf = loaded;
        }
        return loaded;
    }
}
