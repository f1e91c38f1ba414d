package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Refused;

/** What keeps an edition from being handed in: its package is unsound, or dossiers filed under it would not come to an end. */
@Component
class EditionCheck {

    private final Catalogue catalogue;
    private final ProvinceSettings settings;
    private final CourseCheck course;

    EditionCheck(Catalogue catalogue, ProvinceSettings settings, CourseCheck course) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.course = course;
    }

    /** The problems, each with its place. */
    List<PackageProblem> of(Edition edition) {
        var layer = LayerCode.of(edition.code());
        if (layer.isEmpty()) {
            return of(edition.code(), edition.agency(), edition.files());
        }
        var national = catalogue.get(layer.get().procedure());
        var below = national.runnableContent().files();
        var found = LayerCheck.of(
                layer.get(),
                national.record().issuer().code(),
                below,
                edition.files(),
                settings.parameters(national.code()));
        return found.isEmpty()
                ? stuck(Layer.read(edition.files()).over(below, edition.files()).files())
                : found;
    }

    /** The same of files that are no edition yet. */
    List<PackageProblem> of(String code, String agency, Map<String, String> files) {
        var found = PackageCheck.of(code, agency, files, settings.parameters(code));
        return found.isEmpty() ? stuck(files) : found;
    }

    /** Asked last, of what is sound: an unsound package leads nowhere anyway. */
    private List<PackageProblem> stuck(Map<String, String> files) {
        var route = files.get(PackageReader.ROUTE);
        if (route == null || GroupText.isGroup(files)) {
            return List.of();
        }
        try {
            return course.of(ProcedurePackage.read(files)).stream()
                    .map(it -> new PackageProblem(
                            PackageReader.ROUTE, YamlLines.line(route, it.step()), it.step(), it.why()))
                    .toList();
        } catch (Refused unreadable) {
            // A layer that fits is read with the package that it is laid over; then this one says why.
            return List.of(new PackageProblem(
                    PackageReader.ROUTE,
                    0,
                    "",
                    new vn.motcua.shared.Phrase("refusal." + unreadable.code().name(), unreadable.arguments())));
        }
    }
}
