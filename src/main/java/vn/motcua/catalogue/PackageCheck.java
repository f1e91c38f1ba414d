package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * What keeps a package from being published: it is read, its expressions are checked against its form, its examples are
 * run, and its texts are read as people will. As much as possible is said at once, each with file and line; of a file that
 * cannot be read only why.
 */
final class PackageCheck {

    private static final List<String> FILES = List.of(
            PackageReader.RECORD,
            PackageReader.FORM,
            PackageReader.ROUTE,
            PackageReader.RESULT,
            PackageReader.EXAMPLES,
            PackageReader.MESSAGES,
            GroupText.GROUP);
    /** Those that a package may do without. */
    private static final Set<String> OPTIONAL = Set.of(PackageReader.MESSAGES, GroupText.GROUP);

    private static final int FEWEST_EXAMPLES = 2;
    private static final OpeningHours HOURS = OpeningHours.usual();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    private final String code;
    private final String agency;
    private final Map<String, String> files;
    private final List<PackageProblem> found = new ArrayList<>();

    private PackageCheck(String code, String agency, Map<String, String> files) {
        this.code = code;
        this.agency = agency;
        this.files = files;
    }

    /**
     * The problems of a package that is to be published for that procedure by that agency.
     *
     * @param set the parameters of its form that provinces have set
     */
    static List<PackageProblem> of(String code, String agency, Map<String, String> files, Set<String> set) {
        var check = new PackageCheck(code, agency, files);
        check.parts();
        check.whole(set);
        PackageLint.of(files).stream()
                .filter(LintFinding::blocks)
                .map(LintFinding::problem)
                .forEach(check.found::add);
        return List.copyOf(check.found);
    }

    /** The same of a package over which a province laid its own: its texts are the nation's and were read before. */
    static List<PackageProblem> merged(String code, String agency, Map<String, String> files, Set<String> set) {
        var check = new PackageCheck(code, agency, files);
        check.parts();
        check.whole(set);
        return List.copyOf(check.found);
    }

    /** Form and route by themselves: they know all their faults, the whole stops at the first. */
    private void parts() {
        if (GroupText.isGroup(files)) {
            return;
        }
        FILES.stream()
                .filter(it -> !OPTIONAL.contains(it) && !files.containsKey(it))
                .forEach(it -> found.add(new PackageProblem(it, 0, "", Phrase.of("catalogue.problem.noFile"))));
        form().ifPresent(this::route);
    }

    private Optional<CompiledForm> form() {
        var text = files.get(PackageReader.FORM);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Form.compile(FormDefinition.read(text)));
        } catch (UnsoundDefinition unsound) {
            unsound.faults().forEach(it -> {
                var inFile = it.place().isEmpty() && it.line() > 0;
                add(
                        PackageReader.FORM,
                        inFile ? "dòng " + it.line() : it.place(),
                        new Phrase("form.fault." + it.reason(), it.arguments()));
            });
            return Optional.empty();
        }
    }

    private void route(CompiledForm form) {
        var text = files.get(PackageReader.ROUTE);
        if (text == null) {
            return;
        }
        try {
            if (Route.check(RouteDefinition.read(text), new RouteConditions(Entries.formWith(text, form)))
                    instanceof Route.Faulty(var faults)) {
                faults.forEach(it -> add(PackageReader.ROUTE, it.place(), PackageReader.words(it)));
            }
        } catch (Refused refused) {
            add(PackageReader.ROUTE, "", refusal(refused));
        }
    }

    private void whole(Set<String> set) {
        var sound = found.isEmpty();
        read().filter(_ -> sound).ifPresent(it -> {
            identity(it);
            examples(it);
            set.stream()
                    .filter(name -> files.values().stream().noneMatch(text -> text.contains(name)))
                    .sorted()
                    .forEach(name ->
                            add(PackageReader.FORM, "parameters", Phrase.of("catalogue.problem.parameterGone", name)));
        });
    }

    /** The package, or why it cannot be read. */
    private Optional<ProcedurePackage> read() {
        try {
            return Optional.of(PublicationRules.ready(files));
        } catch (Refused refused) {
            if (refused.code() != CatalogueRefusal.PACKAGE_FAULTY) {
                add("", "", refusal(refused));
                return Optional.empty();
            }
            var file = refused.arguments().get(0).toString();
            if (found.stream().noneMatch(it -> it.file().equals(file))) {
                var reason = refused.arguments().get(2);
                add(
                        file,
                        refused.arguments().get(1).toString(),
                        reason instanceof Phrase phrase ? phrase : Phrase.of("catalogue.problem.said", reason));
            }
            return Optional.empty();
        }
    }

    private void identity(ProcedurePackage it) {
        if (!it.record().code().equals(code)) {
            add(
                    PackageReader.RECORD,
                    "code",
                    Phrase.of("catalogue.problem.anotherCode", it.record().code(), code));
        }
        if (!it.record().issuer().code().equals(agency)) {
            add(
                    PackageReader.RECORD,
                    "issuer",
                    Phrase.of(
                            "catalogue.problem.anotherAgency",
                            it.record().issuer().code(),
                            agency));
        }
    }

    private void examples(ProcedurePackage it) {
        var examples = it.examples();
        if (examples.size() < FEWEST_EXAMPLES) {
            add(PackageReader.EXAMPLES, "examples", Phrase.of("catalogue.problem.fewExamples", FEWEST_EXAMPLES));
        }
        for (int i = 0; i < examples.size(); i++) {
            var place = "examples[" + (i + 1) + "]";
            for (var one : examples.get(i).differences(it, HOURS, CALENDAR)) {
                add(PackageReader.EXAMPLES, place + ".then." + one.what(), one.words());
            }
        }
    }

    private void add(String file, String place, Phrase words) {
        var shown = place.equals("/") ? "" : place;
        found.add(new PackageProblem(file, YamlLines.line(files.getOrDefault(file, ""), place), shown, words));
    }

    private static Phrase refusal(Refused refused) {
        return new Phrase("refusal." + refused.code().name(), refused.arguments());
    }

    /** Refuses by name a file that a package does not have, or a layer; their files do not mix. */
    static void names(boolean layer, Map<String, String> files) {
        files.keySet().stream()
                .filter(it -> !known(it) || layer != Layer.own(Map.of(it, "")).containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, it);
                });
    }

    /** Whether a package, or a part of a group, may have a file of that name. */
    static boolean known(String name) {
        return FILES.contains(name)
                || name.equals(Layer.FILE)
                || name.equals(Layer.EXAMPLES)
                || name.matches("\\d\\.\\d{6}(\\.H\\d\\d)?/[a-z]+\\.yaml");
    }
}
