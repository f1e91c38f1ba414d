package vn.motcua.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.document.StoredFile;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Kind;
import vn.motcua.form.Places;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Where drafts are begun and filled in. Everything is saved as it comes, right or wrong; wrong things are only said. */
@Service
@Transactional
public class DraftDesk {

    private static final int DRAFTS_AT_MOST = 50;
    private static final int FILES_FOR_ONE_DOCUMENT = 20;
    private static final int LONGEST_ADDRESS = 300;

    private final Drafts drafts;
    private final Catalogue catalogue;
    private final People people;
    private final Units units;
    private final Counter counter;
    private final KnownFacts known;
    private final Places places;
    private final DraftLife life;
    private final Prefill prefill;
    private final DraftRights rights;
    private final Clock clock;

    DraftDesk(
            Drafts drafts,
            Catalogue catalogue,
            People people,
            Units units,
            Counter counter,
            KnownFacts known,
            Places places,
            DraftLife life,
            Prefill prefill,
            DraftRights rights,
            Clock clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.people = people;
        this.units = units;
        this.counter = counter;
        this.known = known;
        this.places = places;
        this.life = life;
        this.prefill = prefill;
        this.rights = rights;
        this.clock = clock;
    }

    /** The revision in force, if it can be filed here; else refuses as for a page that does not exist. */
    public ProcedureRevision procedure(String code) {
        return catalogue
                .find(code)
                .filter(ProcedureRevision::runnable)
                .orElseThrow(() -> new Refused(FilingRefusal.PROCEDURE_NOT_ON_THIS_SYSTEM, code));
    }

    /** The drafts that they may go on with, latest first. */
    public List<Draft.Line> begun(SignedIn.Applicant who) {
        return drafts.of(who.account()).stream()
                .filter(it -> rights.reaches(who, it.id(), it.revision(), it.begunBy()))
                .toList();
    }

    /** Those of the same procedure. */
    public List<Draft.Line> begun(SignedIn.Applicant who, String code) {
        return begun(who).stream().filter(it -> it.procedure().equals(code)).toList();
    }

    /** Begins a draft of the revision in force, filled in with what the account knows. */
    public DraftId start(SignedIn.Applicant who, String code) {
        var revision = procedure(code);
        var person = people.person(who.person());
        var place = person.filter(_ -> sources(who).contains(Register.POPULATION.source()))
                .map(it -> new Place(it.province(), it.ward()))
                .orElse(Place.NONE);
        var unit = competent(revision, place).map(Unit::id);
        var begunBy = rights.begin(who, revision);
        return begin(DraftId.next(), who, revision, Channel.ONLINE, person, Optional.empty(), begunBy, place, unit);
    }

    /** Begins a draft at the counter of the officer, for who stands there; the same command for the same matter begins it once. */
    public DraftId start(SignedIn.OfficerAt officer, String code, WalkIn walkIn, UUID command) {
        var id = new DraftId(Ids.once(command + " " + officer.account() + " " + code + " " + walkIn));
        if (drafts.find(id).isPresent() || drafts.filed(id).isPresent()) {
            return id;
        }
        var revision = procedure(code);
        var unit = counter.at(officer, revision);
        return begin(
                id,
                officer,
                revision,
                Channel.DIRECT,
                walkIn.person().flatMap(people::person),
                Optional.of(walkIn),
                Optional.empty(),
                Place.NONE,
                Optional.of(unit));
    }

    /** The draft with all that follows from it; refuses what is not this account's with {@code NO_SUCH_DRAFT}. */
    public Case open(SignedIn who, DraftId id) {
        return drafts.find(id)
                .map(it -> situation(who, it))
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }

    /** What became of a draft that was filed. */
    public Optional<Filed> filed(SignedIn who, DraftId id) {
        return drafts.filed(id).filter(it -> rights.reaches(who, it));
    }

    /**
     * Saves what was posted of a section, or of {@link CompiledForm#QUESTIONS}.
     *
     * @param posted names and values as they came; names the section does not have are ignored
     */
    public Case answer(SignedIn who, DraftId id, String section, Map<String, List<String>> posted) {
        var now = drafts.lock(id)
                .map(it -> situation(who, it))
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        var answers = now.form().parse(section, posted, now.draft().answers());
        return save(who, now.draft(), title(now, section), it -> it.answers(follow(who, now, answers)));
    }

    /** Saves what was posted of all questions and sections at once. */
    public Case answerAll(SignedIn who, DraftId id, Map<String, List<String>> posted) {
        var draft = locked(id);
        var now = situation(who, draft);
        var form = now.form();
        var answers = form.parse(CompiledForm.QUESTIONS, posted, draft.answers());
        for (var section : form.definition().sections()) {
            answers = form.parse(section.id(), posted, answers);
        }
        var all = answers;
        return save(who, draft, it -> it.answers(follow(who, now, all)));
    }

    /** Says where the matter belongs; the unit that receives it follows. None competent leaves it open. */
    public Case place(SignedIn who, DraftId id, Place place) {
        var draft = locked(id);
        var known = places.belongs(place.ward(), place.province()) ? place : new Place(place.province(), "");
        var unit = competent(catalogue.revision(draft.revision()), known);
        return save(who, draft, it -> it.place(known).unit(unit.map(Unit::id)));
    }

    /** Who receives this procedure for that place; empty when nobody there uses this system yet. */
    public Optional<Unit> competent(ProcedureRevision revision, Place place) {
        return place.code().isEmpty()
                ? Optional.empty()
                : units.competent(revision.runnableContent().receivedBy(), place.code());
    }

    /** The units in that province that receive this procedure with this system. */
    public List<Unit> receivingIn(ProcedureRevision revision, String province) {
        var wards = places.wardsOf(province).stream().map(Places.Place::code).toList();
        return units.tree().all().stream()
                .filter(it -> it.kind().equals(revision.runnableContent().receivedBy()))
                .filter(it -> it.territory().places().stream().anyMatch(wards::contains))
                .toList();
    }

    /** Adds an uploaded file to a document. Refuses a document that is not demanded, and more files than make sense. */
    public Case addPaper(SignedIn who, DraftId id, String document, StoredFile file) {
        return add(who, id, new Draft.Paper(PaperId.next(), document, file.name(), file.id(), file.size()));
    }

    Case add(SignedIn who, DraftId id, Draft.Paper paper) {
        var draft = locked(id);
        uploadable(situation(who, draft), paper.document());
        var there = draft.papersFor(paper.document());
        if (there.size() >= FILES_FOR_ONE_DOCUMENT) {
            throw new Refused(FilingRefusal.TOO_MANY_FILES, FILES_FOR_ONE_DOCUMENT);
        }
        if (there.stream().noneMatch(it -> it.file().equals(paper.file()))) {
            drafts.add(id, paper, clock.instant());
        }
        return save(who, draft, it -> it);
    }

    /** Refuses a file for a document that this filing does not demand, before anything is read. */
    public void uploadable(Case of, String document) {
        if (of.documents().stream().noneMatch(it -> it.id().equals(document) && !it.eForm())) {
            throw new Refused(FilingRefusal.DOCUMENT_NOT_DEMANDED);
        }
    }

    /** Takes a file away again; was it the answer to a question of the form, then that is open again. */
    public Case removePaper(SignedIn who, DraftId id, PaperId paper) {
        var draft = locked(id);
        drafts.remove(id, paper);
        var answers = new LinkedHashMap<>(draft.answers());
        draft.papers().stream().filter(it -> it.id().equals(paper)).forEach(it -> answers.remove(it.document()));
        return save(who, draft, it -> it.answers(answers));
    }

    /** Answers a question of kind file with an uploaded one; an earlier file goes away. */
    public Case attach(SignedIn who, DraftId id, String field, StoredFile file) {
        var draft = locked(id);
        if (situation(who, draft)
                .form()
                .definition()
                .fields()
                .noneMatch(it -> it.id().equals(field) && it.kind() == Kind.FILE)) {
            throw new Refused(FilingRefusal.DOCUMENT_NOT_DEMANDED);
        }
        draft.papersFor(field).forEach(it -> drafts.remove(id, it.id()));
        drafts.add(id, new Draft.Paper(PaperId.next(), field, file.name(), file.id(), file.size()), clock.instant());
        var answers = new LinkedHashMap<>(draft.answers());
        answers.put(field, file.id().sha256());
        return save(who, draft, it -> it.answers(answers));
    }

    /** Says how the result is to come. */
    public Case receive(SignedIn who, DraftId id, Delivery delivery) {
        var at = Text.clean(delivery.at());
        var kept = new Delivery(delivery.how(), at.substring(0, Math.min(at.length(), LONGEST_ADDRESS)));
        return save(who, locked(id), it -> it.delivery(Optional.of(kept)));
    }

    /** Notes what an officer has seen at the counter. */
    public Case shown(SignedIn.OfficerAt officer, DraftId id, List<Draft.Shown> shown) {
        var draft = locked(id);
        shown.forEach(it -> drafts.show(id, it));
        return save(officer, draft, it -> it);
    }

    /** The officer states which of the scans that they were asked about match the originals on the table, and of which not. */
    public Case compared(SignedIn.OfficerAt officer, DraftId id, Set<PaperId> scans, Set<PaperId> matching) {
        var draft = locked(id);
        drafts.compared(id, scans, matching, clock.instant());
        return save(officer, draft, it -> it);
    }

    /** Throws a draft away. */
    public void discard(SignedIn who, DraftId id) {
        var draft = locked(id);
        situation(who, draft);
        rights.files(who, draft).orRefuse();
        drafts.forget(id);
    }

    /** The person whose account fills in what it knows. */
    public Optional<Person> person(SignedIn who, Draft draft) {
        return switch (who) {
            case SignedIn.Applicant it -> people.person(it.person());
            case SignedIn.OfficerAt _ -> draft.walkIn().flatMap(WalkIn::person).flatMap(people::person);
            case SignedIn.Administrator _ -> Optional.empty();
        };
    }

    /** Which data the state already holds of the person, so that papers that prove them need not be asked for. */
    Set<String> available(SignedIn who, Draft draft) {
        return person(who, draft)
                .map(it -> it.ward().isBlank() ? Set.of("identity") : Set.of("identity", "residence"))
                .orElse(Set.of());
    }

    /** The ids of the fields whose answer is what the account knows. */
    public Set<String> fromAccount(SignedIn who, Case of) {
        var known = person(who, of.draft())
                .map(it -> Profile.answers(of.form(), of.draft().answers(), of.facts(), it, Prefill.SOURCES))
                .orElse(Map.of());
        return known.entrySet().stream()
                .filter(it -> it.getValue().equals(of.draft().answers().get(it.getKey())))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** A draft with its procedure and what is known besides; one that is not there for them is refused like none. */
    Case situation(SignedIn who, Draft draft) {
        if (!rights.reaches(who, draft.id(), draft.revision(), draft.begunBy())) {
            throw new Refused(FilingRefusal.NO_SUCH_DRAFT);
        }
        var circumstances = new Circumstances(
                draft.procedure(),
                draft.channel(),
                clock.instant(),
                draft.unit(),
                draft.place().code(),
                available(who, draft));
        return new Case(
                draft,
                catalogue.inProvince(catalogue.revision(draft.revision()), known.province(circumstances)),
                known.of(circumstances),
                life.keptUntil(draft.savedAt()),
                rights.helper(who, draft),
                rights.files(who, draft).permitted());
    }

    private DraftId begin(
            DraftId id,
            SignedIn who,
            ProcedureRevision revision,
            Channel channel,
            Optional<Person> person,
            Optional<WalkIn> walkIn,
            Optional<Draft.BegunBy> begunBy,
            Place place,
            Optional<UnitId> unit) {
        if (drafts.of(who.account()).size() >= DRAFTS_AT_MOST) {
            throw new Refused(FilingRefusal.TOO_MANY_DRAFTS, DRAFTS_AT_MOST);
        }
        var form = revision.runnableContent().form();
        var answers = new LinkedHashMap<>(form.begin());
        var now = now();
        var draft = new Draft(
                id,
                revision.code(),
                revision.id(),
                channel,
                walkIn,
                answers,
                place,
                unit,
                Optional.empty(),
                List.of(),
                List.of(),
                begunBy,
                now,
                now);
        var facts = situation(who, draft).facts();
        person.ifPresent(it -> answers.putAll(Profile.answers(form, form.begin(), facts, it, sources(who))));
        drafts.add(draft);
        return draft.id();
    }

    private Map<String, Object> follow(SignedIn who, Case before, Map<String, Object> answers) {
        return person(who, before.draft())
                .map(it -> Profile.follow(
                        before.form(), before.draft().answers(), answers, before.facts(), it, sources(who)))
                .orElse(answers);
    }

    /** From what forms are filled in: from what an applicant lets them; at the counter, where they stand, from all. */
    private Set<String> sources(SignedIn who) {
        return who instanceof SignedIn.Applicant it ? prefill.sources(it) : Prefill.SOURCES;
    }

    private static String title(Case of, String section) {
        return of.form().definition().sections().stream()
                .filter(it -> it.id().equals(section))
                .map(it -> it.title().vi())
                .findFirst()
                .orElse(of.revision().shortName(Language.VI));
    }

    Draft locked(DraftId id) {
        return drafts.lock(id).orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }

    Case save(SignedIn who, Draft draft, UnaryOperator<ChangedDraft> change) {
        return save(who, draft, catalogue.revision(draft.revision()).shortName(Language.VI), change);
    }

    /** What somebody else fills in is told with the page's name. */
    private Case save(SignedIn who, Draft draft, String page, UnaryOperator<ChangedDraft> change) {
        rights.filled(who, page);
        drafts.save(change.apply(new ChangedDraft(draft)).at(now()));
        return open(who, draft.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
