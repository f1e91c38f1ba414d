package vn.motcua.notification;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Progress;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** What a package adds to the last thing that an applicant was told, for the page of the dossier. */
@Service
public class LatestWords {

    private final Notices notices;
    private final Announced announced;
    private final Progress progress;
    private final Catalogue catalogue;
    private final Letters letters;

    LatestWords(
            Notices notices,
            Announced announced,
            Progress progress,
            Catalogue catalogue,
            Units units,
            Brands brands,
            Messages messages) {
        this.notices = notices;
        this.announced = announced;
        this.progress = progress;
        this.catalogue = catalogue;
        this.letters = new Letters(units, brands, messages);
    }

    /** As the revision says it that a dossier of the current tenant keeps; nothing once the applicant has acted since. */
    public Optional<String> of(SignedIn.Applicant who, DossierRef dossier, Language language) {
        return notices.latest(who, dossier)
                .filter(it -> !announced.answeredSince(dossier.id(), it.version()))
                .flatMap(it -> {
                    var view = progress.of(dossier.id(), it.version());
                    var revision = catalogue.revision(view.revision());
                    return letters.added(new Letters.About(
                            dossier.tenant(),
                            revision.name(language),
                            revision.content(),
                            "page",
                            new Said(it.kind(), it.said()),
                            view,
                            language));
                });
    }
}
