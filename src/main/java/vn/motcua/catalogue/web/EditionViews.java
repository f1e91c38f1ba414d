package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.InFlight;
import vn.motcua.catalogue.LayerCode;
import vn.motcua.catalogue.LayerDesk;
import vn.motcua.catalogue.LeadTimes;
import vn.motcua.catalogue.PackageDifference;
import vn.motcua.catalogue.Phase;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.RevisionDesk.Role;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Puts editions into words. */
@Component
class EditionViews {

    /** What somebody who has a dossier in flight would miss, were it moved to another revision. */
    private static final Set<PackageDifference.Part> MISSED = Set.of(
            PackageDifference.Part.DOCUMENTS,
            PackageDifference.Part.FIELDS,
            PackageDifference.Part.QUESTIONS,
            PackageDifference.Part.FEES,
            PackageDifference.Part.ROUTE,
            PackageDifference.Part.ENTRIES);

    private final RevisionDesk desk;
    private final LayerDesk laid;
    private final Catalogue catalogue;
    private final InFlight inFlight;
    private final Messages messages;

    EditionViews(RevisionDesk desk, LayerDesk laid, Catalogue catalogue, InFlight inFlight, Messages messages) {
        this.desk = desk;
        this.laid = laid;
        this.catalogue = catalogue;
        this.inFlight = inFlight;
        this.messages = messages;
    }

    EditionView one(OfficerAt who, Edition edition, Filled form, String command, String refused, Language language) {
        var words = new EditionWords(messages, language);
        var role = desk.role(who);
        return new EditionView(
                edition.code(),
                edition.no(),
                edition.version(),
                edition.name().isEmpty() ? edition.code() : edition.name(),
                EditionPages.REVISIONS + "/" + edition.code(),
                edition.phase().name().name(),
                words.state(edition.phase()),
                EditionWords.tone(edition.phase()),
                words.facts(edition),
                problems(edition, words),
                desk.leadTimes(edition).stream().map(words::lead).toList(),
                desk.history(who, edition).stream().map(words::event).toList(),
                impact(who, edition, words),
                layers(who, edition, words),
                acts(who, role, edition),
                Arrays.stream(LeadTimes.Track.values())
                        .map(it -> new Forms.Choice(it.name(), words.t("catalogue.lead.track." + it)))
                        .toList(),
                form,
                command,
                refused);
    }

    EditionLists.Row row(Edition it, Language language) {
        var words = new EditionWords(messages, language);
        return new EditionLists.Row(
                EditionPages.REVISIONS + "/" + it.code() + "/" + it.no(),
                it.code(),
                it.no(),
                it.name().isEmpty() ? it.code() : it.name(),
                words.state(it.phase()),
                EditionWords.tone(it.phase()),
                VietnamTime.moment(it.changedAt()),
                words.lead(desk.leadTimes(it)));
    }

    EditionLists.Difference difference(OfficerAt who, Edition from, Edition to, Language language) {
        var words = new EditionWords(messages, language);
        var lines = PackageDifference.between(desk.files(who, from), desk.files(who, to), language);
        return new EditionLists.Difference(
                to.code(),
                to.name(),
                EditionPages.REVISIONS + "/" + to.code(),
                words.t("catalogue.edition.numbered", from.no(), words.state(from.phase())),
                words.t("catalogue.edition.numbered", to.no(), words.state(to.phase())),
                words.parts(lines));
    }

    private List<EditionView.Problem> problems(Edition edition, EditionWords words) {
        return edition.phase() instanceof Phase.Draft
                ? desk.problems(edition).stream().map(words::problem).toList()
                : List.of();
    }

    /** Of what is not published yet: which dossiers go on under which revision, and what that one has that this has not. */
    private List<EditionView.Impact> impact(OfficerAt who, Edition edition, EditionWords words) {
        var found = new ArrayList<EditionView.Impact>();
        if (edition.revision().isPresent() || edition.phase() instanceof Phase.Discarded) {
            return found;
        }
        var dossiers = inFlight.of(edition.code());
        desk.of(who, edition.code()).stream()
                .filter(it -> it.revision().filter(dossiers::containsKey).isPresent())
                .sorted(Comparator.comparingInt(Edition::no).reversed())
                .forEach(it -> found.add(impact(
                        words.t("catalogue.edition.numbered", it.no(), words.state(it.phase())),
                        desk.files(who, it),
                        edition,
                        dossiers.getOrDefault(it.revision().orElseThrow(), Map.of()),
                        words)));
        var known = desk.of(who, edition.code()).stream()
                .flatMap(it -> it.revision().stream())
                .collect(Collectors.toSet());
        dossiers.forEach((revision, stages) -> {
            if (!known.contains(revision)) {
                var files = catalogue
                        .revision(revision)
                        .content()
                        .map(it -> it.files())
                        .orElse(Map.of());
                found.add(impact(words.t("catalogue.layer.revision"), files, edition, stages, words));
            }
        });
        return found;
    }

    private EditionView.Impact impact(
            String name, Map<String, String> earlier, Edition edition, Map<String, Long> stages, EditionWords words) {
        var texts = messages.all(words.language());
        var loses = PackageDifference.between(earlier, edition.files(), words.language()).stream()
                .filter(it -> it.kind() == PackageDifference.Kind.REMOVED && MISSED.contains(it.part()))
                .map(it -> words.t(
                        "catalogue.edition.loses",
                        words.t("catalogue.difference.part." + it.part()),
                        words.title(it, texts)))
                .toList();
        return new EditionView.Impact(
                name,
                stages.values().stream().mapToLong(it -> it).sum(),
                stages.entrySet().stream()
                        .map(it -> words.t(
                                "catalogue.edition.stage", words.t("dossier.stage." + it.getKey()), it.getValue()))
                        .toList(),
                loses);
    }

    private static EditionView.Acts acts(OfficerAt who, Role role, Edition edition) {
        var another =
                role.reviews() && !edition.authors().contains(who.account().value());
        var phase = edition.phase();
        var draft = phase instanceof Phase.Draft && role.writes();
        return new EditionView.Acts(
                draft,
                draft,
                phase instanceof Phase.InReview && another,
                phase instanceof Phase.InReview && another,
                phase instanceof Phase.Approved && another,
                phase instanceof Phase.Published it && it.ending().isEmpty() && another,
                phase instanceof Phase.InReview && role.writes(),
                draft);
    }

    /** The procedures of that agency that have a package in force; of a province also those over which it may lay its own. */
    List<Forms.Choice> procedures(Role role, Language language) {
        var own = catalogue.runnable().stream()
                .filter(it -> it.record().issuer().code().equals(role.agency()))
                .map(it -> new Forms.Choice(it.code(), it.code() + " " + it.shortName(language)));
        var layers = role.province().stream()
                .flatMap(province -> catalogue.runnable().stream()
                        .filter(it -> it.content()
                                .filter(one -> one.group().isEmpty())
                                .isPresent())
                        .map(it -> new Forms.Choice(
                                new LayerCode(it.code(), province).toString(),
                                messages.say(
                                        language,
                                        "catalogue.layer.procedure",
                                        it.code() + " " + it.shortName(language)))));
        return Stream.concat(own, layers).toList();
    }

    /** The name of what these editions are of. */
    String name(String code, List<Edition> all, Language language) {
        return LayerCode.of(code)
                .flatMap(it -> catalogue.find(it.procedure()))
                .map(it -> messages.say(
                        language, "catalogue.layer.procedure", it.record().name()))
                .orElseGet(() -> all.getFirst().name());
    }

    /** What of provinces' layers does not fit. */
    private List<EditionView.Layer> layers(OfficerAt who, Edition edition, EditionWords words) {
        return laid.conflicts(who, edition).stream()
                .map(it -> new EditionView.Layer(
                        words.t("catalogue.layer.of", it.code().province()),
                        it.conflicts().stream().map(words::problem).toList()))
                .toList();
    }

    static String command() {
        return Ids.next().toString();
    }
}
