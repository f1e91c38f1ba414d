package vn.motcua.notification;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Progress;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.TenantId;

/** The letters that an applicant would get, for who tries a procedure out. Nothing is queued or sent. */
@Service
public class ForeseenLetters {

    private final Letters letters;

    ForeseenLetters(Units units, Brands brands, Messages messages) {
        this.letters = new Letters(units, brands, messages);
    }

    /** Both ways in which it would be written. */
    public record Both(Letter mail, Letter shortMessage) {}

    /**
     * What would be written about that; empty for what an applicant is not told, or did themselves.
     *
     * @param content the package that is tried out
     */
    public Optional<Both> of(
            TenantId tenant, ProcedurePackage content, DossierEvent event, Progress.View progress, Language language) {
        return Said.of(event).map(said -> {
            var about = new Letters.About(
                    tenant, content.name().in(language), Optional.of(content), "trial", said, progress, language);
            return new Both(letters.mail(about, ""), letters.shortMessage(about, ""));
        });
    }
}
