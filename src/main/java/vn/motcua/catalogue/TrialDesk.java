package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Refused;

/**
 * Where authors and reviewers try an edition before anybody files it: what people would stumble over, what it asks of them,
 * and what they would see. It reads and keeps nothing; whose edition it is {@link RevisionDesk} decides.
 */
@Service
public class TrialDesk {

    private final RevisionDesk desk;
    private final Catalogue catalogue;
    private final BurdenRates rates;

    TrialDesk(RevisionDesk desk, Catalogue catalogue, BurdenRates rates) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.rates = rates;
    }

    /**
     * What was found.
     *
     * @param findings what people would stumble over; of a layer none, for its texts are the nation's
     * @param burden what it asks of people; empty while the package cannot be read
     * @param inForce the same of what is in force now; empty where nothing is
     * @param shared the questions of the bank that it asks, and who else asks them
     * @param added what it adds to what applicants are told
     */
    public record Found(
            List<LintFinding> findings,
            Optional<Burden> burden,
            Optional<Burden> inForce,
            List<SharedQuestion> shared,
            AddedWords added) {}

    /** The edition of that number as it stands in an address; anything else, and that of another agency, is not there. */
    public Edition edition(OfficerAt who, String code, String no) {
        desk.role(who);
        if (!no.matches("[1-9]\\d{0,5}")) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return desk.get(who, code, Integer.parseInt(no));
    }

    /** Reads an edition as people will. */
    public Found check(OfficerAt who, Edition edition) {
        var content = content(who, edition);
        var layer = LayerCode.of(edition.code());
        return new Found(
                layer.isPresent() ? List.of() : content.map(PackageLint::of).orElse(List.of()),
                content.map(it -> Burden.of(it, rates)),
                catalogue
                        .find(procedure(edition))
                        .flatMap(ProcedureRevision::content)
                        .map(it -> Burden.of(it, rates)),
                content.map(it -> SharedQuestion.of(it, procedure(edition), catalogue.runnable()))
                        .orElse(List.of()),
                content.map(ProcedurePackage::added).orElse(AddedWords.NONE));
    }

    /** The figures that it counts with. */
    public BurdenRates rates() {
        return rates;
    }

    /** The package of an edition, a layer laid over what is in force; empty for a mere record and one that cannot be read. */
    public Optional<ProcedurePackage> content(OfficerAt who, Edition edition) {
        if (edition.revision().isPresent()) {
            return catalogue.revision(edition.revision().get()).content();
        }
        var files = files(who, edition);
        try {
            return files.isEmpty() ? Optional.empty() : Optional.of(ProcedurePackage.read(files));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    /** The code of the national procedure that an edition is of. */
    public static String procedure(Edition edition) {
        return LayerCode.of(edition.code()).map(LayerCode::procedure).orElse(edition.code());
    }

    /** The province whose layer it is; empty for a national one. */
    public static Optional<String> province(Edition edition) {
        return LayerCode.of(edition.code()).map(LayerCode::province);
    }

    private Map<String, String> files(OfficerAt who, Edition edition) {
        var own = desk.files(who, edition);
        if (LayerCode.of(edition.code()).isEmpty()) {
            return own;
        }
        try {
            return catalogue
                    .find(procedure(edition))
                    .flatMap(ProcedureRevision::content)
                    .map(it -> Layer.read(own).over(it.files(), own).files())
                    .orElse(Map.of());
        } catch (Refused refused) {
            return Map.of();
        }
    }
}
