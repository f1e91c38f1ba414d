package vn.motcua.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;
import vn.motcua.identity.Access;
import vn.motcua.identity.Decision;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Subject;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The counter of a one-stop (quầy tiếp nhận): who may take in what there, and who stands before it. */
@Service
public class Counter {

    /** The section of {@link #form} that asks who stands there. */
    public static final String PERSON = "person";

    /** In the audit log, in the place of a person who was not found. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Catalogue catalogue;
    private final Units units;
    private final Access access;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final Set<String> kept;
    private final CompiledForm form;

    Counter(
            Catalogue catalogue,
            Units units,
            Access access,
            People people,
            Trail trail,
            Clock clock,
            @Value("${motcua.superseded.kept:}") Set<String> kept) {
        this.catalogue = catalogue;
        this.units = units;
        this.access = access;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.kept = Set.copyOf(kept);
        this.form = Form.compile(FormDefinition.read(text()));
    }

    /** What is asked of who stands there. */
    public CompiledForm form() {
        return form;
    }

    /** What that form may know. */
    public Facts facts() {
        return Facts.of("DIRECT", VietnamTime.local(clock.instant()));
    }

    /**
     * The procedures that this officer may take in, by name. One that was superseded is not among them, unless the
     * installation keeps it ({@code motcua.superseded.kept}, codes) because its agencies have not abolished it.
     */
    public List<ProcedureRevision> procedures(SignedIn.OfficerAt officer) {
        return catalogue.runnable().stream()
                .filter(this::offered)
                .filter(it -> place(officer, it).isPresent())
                .toList();
    }

    /** Whether counters take it in anew; a dossier of it that was filed before goes on in any case. */
    public boolean offered(ProcedureRevision revision) {
        return revision.supersededBy().isEmpty() || kept.contains(revision.code());
    }

    /** The positions in which this officer works at a counter today: receives there, or hands over. */
    public List<Position> stations(SignedIn.OfficerAt officer) {
        return catalogue.runnable().stream()
                .flatMap(it -> stations(officer, it))
                .distinct()
                .toList();
    }

    private Stream<Position> stations(SignedIn.OfficerAt officer, ProcedureRevision revision) {
        var roles = revision.runnableContent().route().steps().stream()
                .filter(it ->
                        it.allows(vn.motcua.route.DeskAct.RECEIVE) || it.allows(vn.motcua.route.DeskAct.HAND_OVER))
                .map(OfficerStep::role)
                .collect(Collectors.toSet());
        return officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(it -> oneStop(it.unit(), revision))
                .flatMap(it -> at(officer, it.unit(), roles).stream())
                .map(At::position);
    }

    /** That unit, if procedures are received there. */
    public Optional<Unit> oneStop(UnitId id) {
        return units.unit(id).filter(_ -> catalogue.runnable().stream().anyMatch(it -> oneStop(id, it)));
    }

    private boolean oneStop(UnitId id, ProcedureRevision revision) {
        return units.unit(id)
                .filter(it -> it.kind().equals(revision.runnableContent().receivedBy()))
                .isPresent();
    }

    /** The one-stop at which this officer takes the procedure in; refuses who does not work at such a counter. */
    public UnitId at(SignedIn.OfficerAt officer, ProcedureRevision revision) {
        return place(officer, revision)
                .map(At::unit)
                .orElseThrow(() -> new Refused(FilingRefusal.NOT_A_COUNTER_OF_THIS_PROCEDURE));
    }

    /**
     * Who has that personal number, if the system knows them. Every look is entered into the audit log, whether it found
     * somebody or not; refuses officers who work at no counter.
     */
    @Transactional
    public Optional<Person> look(SignedIn.OfficerAt officer, String number) {
        if (!number.matches("\\d{12}")) {
            return Optional.empty();
        }
        var position = catalogue.runnable().stream()
                .flatMap(it -> place(officer, it).stream())
                .map(At::position)
                .findFirst()
                .orElseThrow(() -> new Refused(FilingRefusal.NO_COUNTER_AT_ALL));
        var found = people.withPersonalNumber(number);
        trail.leave(new Look(
                officer.account().value(),
                Optional.of(position.id().value()),
                Optional.of(position.role()),
                Purpose.INTAKE,
                found.map(it -> it.id().value()).orElse(NOBODY),
                found.isPresent() ? "look-up" : "look-up-nobody",
                Fields.of(Fields.IDENTITY, Fields.CONTACT)));
        return found;
    }

    /**
     * Writes down that the officer looked into the vault of who stands there; refuses officers who do not take that procedure in.
     */
    @Transactional
    public void lookedIntoVault(SignedIn.OfficerAt officer, ProcedureRevision revision, WalkIn person) {
        var position = place(officer, revision)
                .map(At::position)
                .orElseThrow(() -> new Refused(FilingRefusal.NOT_A_COUNTER_OF_THIS_PROCEDURE));
        trail.leave(new Look(
                officer.account().value(),
                Optional.of(position.id().value()),
                Optional.of(position.role()),
                Purpose.INTAKE,
                person.person().map(PersonId::value).orElse(NOBODY),
                "vault-at-counter",
                Fields.of(Fields.PAPERS)));
    }

    /** What the system knows of a person, as answers of {@link #form}. */
    public Map<String, Object> answers(Person person) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("number", person.personalNumber());
        answers.put("name", person.name());
        answers.put("bornOn", person.bornOn().toString());
        answers.put("phone", person.phone());
        answers.put("email", person.email());
        return answers;
    }

    /**
     * Who stands there, out of answers without problems; a known person has the name that is known, and was looked at.
     */
    @Transactional
    public WalkIn walkIn(SignedIn.OfficerAt officer, Map<String, Object> answers) {
        var number = text(answers, "number");
        var known = look(officer, number);
        return new WalkIn(
                known.map(Person::id),
                number,
                known.map(Person::name).orElse(answers.get("name") + ""),
                Optional.of(LocalDate.parse(answers.get("bornOn") + "")),
                text(answers, "phone"),
                number.isEmpty() ? text(answers, "passport").toUpperCase(Locale.ROOT) : "",
                text(answers, "email"),
                Boolean.FALSE.equals(answers.get("sms")));
    }

    private static String text(Map<String, Object> answers, String field) {
        return answers.get(field) instanceof String text ? text : "";
    }

    private Optional<At> place(SignedIn.OfficerAt officer, ProcedureRevision revision) {
        var roles = roles(revision);
        return officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(it -> oneStop(it.unit(), revision))
                .map(it -> it.unit())
                .flatMap(it -> at(officer, it, roles).stream())
                .findFirst();
    }

    private Optional<At> at(SignedIn.OfficerAt officer, UnitId unit, Set<String> roles) {
        var decision = access.may(officer, DeskAct.INTAKE, Subject.counter(officer.tenant(), unit, roles));
        return decision instanceof Decision.Permitted(var as) ? as.map(it -> new At(unit, it)) : Optional.empty();
    }

    /** A counter with the position in which the officer works there. */
    private record At(UnitId unit, Position position) {}

    private static Set<String> roles(ProcedureRevision revision) {
        return revision.runnableContent().route().steps().stream()
                .filter(it -> it.allows(vn.motcua.route.DeskAct.RECEIVE))
                .map(OfficerStep::role)
                .collect(Collectors.toSet());
    }

    private static String text() {
        try {
            return new ClassPathResource("filing/walk-in.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
