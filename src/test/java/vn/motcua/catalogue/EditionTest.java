package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Phase.Abolition;
import vn.motcua.catalogue.Phase.Approval;
import vn.motcua.catalogue.Phase.Draft;
import vn.motcua.catalogue.Phase.Person;
import vn.motcua.catalogue.Phase.Published;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** The life of an edition, from its first word to its end. */
class EditionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Person PHUONG = new Person(new UUID(1, 1), "Nguyễn Hoài Phương");
    private static final Person HIEN = new Person(new UUID(1, 2), "Phan Thế Hiển");
    private static final RevisionId CONTENT = new RevisionId(new UUID(2, 1));
    private static final PublishingDecision DECISION =
            new PublishingDecision("1872/QĐ-BTP", LocalDate.of(2026, 11, 20), "Bộ trưởng Bộ Tư pháp");

    /** Every action tried in every phase. */
    @Test
    void eachPhaseAllowsExactlyTheseActions() {
        var actions = new LinkedHashMap<String, Function<Edition, Edition.Step>>();
        actions.put("change", it -> it.change("Khai sinh", Map.of("form.yaml", "b"), PHUONG, NOW));
        actions.put("hand in", it -> it.handIn(List.of(), PHUONG, NOW));
        actions.put("take back", it -> it.takeBack(PHUONG, NOW));
        actions.put("discard", it -> it.discard(PHUONG, NOW));
        actions.put("send back", it -> it.sendBack("Thiếu ví dụ", HIEN, NOW));
        actions.put("approve", it -> it.approve(approval(TODAY), TODAY));
        actions.put("move", it -> it.publishOn(TODAY, HIEN, TODAY, NOW));
        actions.put("publish", it -> it.publish(CONTENT, TODAY, NOW));
        actions.put("replace", it -> it.replaced(9, NOW));
        actions.put("end", it -> it.endOn(new Abolition(DECISION, TODAY, HIEN), TODAY, NOW));
        actions.put("abolish", it -> it.abolished(TODAY, NOW));

        var table = phases().map(it -> it.phase().name() + ": "
                        + actions.entrySet().stream()
                                .flatMap(action ->
                                        possible(action.getValue(), it)
                                                .map(to -> action.getKey() + " -> " + to)
                                                .stream())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));

        assertThat(table).isEqualTo("""
                DRAFT: change -> DRAFT, hand in -> IN_REVIEW, discard -> DISCARDED
                IN_REVIEW: take back -> DRAFT, send back -> DRAFT, approve -> APPROVED
                APPROVED: move -> APPROVED, publish -> PUBLISHED
                PUBLISHED: replace -> REPLACED, end -> PUBLISHED
                PUBLISHED: replace -> REPLACED, end -> PUBLISHED, abolish -> ABOLISHED
                REPLACED:\s
                ABOLISHED:\s
                DISCARDED:\s""");
        assertThat(phases().<Class<?>>map(it -> it.phase().getClass())
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrder(Phase.class.getPermittedSubclasses());
    }

    @Test
    void nobodyReviewsWhatTheyWrote() {
        var reviewed = draft().handIn(List.of(), PHUONG, NOW).after();
        assertRefused(CatalogueRefusal.WROTE_IT_YOURSELF, () -> reviewed.sendBack("Sai", PHUONG, NOW));
        var own = new Approval(DECISION, LeadTimes.Track.MINISTRY, TODAY, TODAY, PHUONG, NOW);
        assertRefused(CatalogueRefusal.WROTE_IT_YOURSELF, () -> reviewed.approve(own, TODAY));

        var alsoHiens = draft().change("Khai sinh", Map.of("form.yaml", "b"), HIEN, NOW)
                .after()
                .handIn(List.of(), PHUONG, NOW)
                .after();
        assertRefused(CatalogueRefusal.WROTE_IT_YOURSELF, () -> alsoHiens.approve(approval(TODAY), TODAY));
    }

    @Test
    void whatHasProblemsIsNotHandedIn() {
        var problem = new PackageProblem("form.yaml", 3, "sections", Phrase.of("catalogue.problem.noFile"));
        assertRefused(CatalogueRefusal.PACKAGE_HAS_PROBLEMS, () -> draft().handIn(List.of(problem), PHUONG, NOW));
    }

    @Test
    void aReasonAndADecisionAreWholeOrRefused() {
        var reviewed = draft().handIn(List.of(), PHUONG, NOW).after();
        assertRefused(CatalogueRefusal.REASON_MISSING, () -> reviewed.sendBack("  ", HIEN, NOW));
        assertThat(reviewed.sendBack("Thiếu ví dụ", HIEN, NOW).after().phase())
                .isEqualTo(new Draft(Optional.of("Thiếu ví dụ")));
        assertRefused(CatalogueRefusal.DECISION_INCOMPLETE, () -> new PublishingDecision(" ", TODAY, "Bộ trưởng"));
        assertRefused(CatalogueRefusal.DECISION_IN_FUTURE, () -> reviewed.approve(approval(TODAY), TODAY.minusDays(9)));
        assertRefused(CatalogueRefusal.PUBLISH_DAY_PAST, () -> reviewed.approve(approval(TODAY.minusDays(1)), TODAY));
    }

    @Test
    void itComesIntoForceOnItsDayAndNotBefore() {
        var approved = draft().handIn(List.of(), PHUONG, NOW)
                .after()
                .approve(approval(TODAY.plusDays(2)), TODAY)
                .after();
        assertRefused(CatalogueRefusal.NOT_ITS_DAY, () -> approved.publish(CONTENT, TODAY.plusDays(1), NOW));
        var published = approved.publish(CONTENT, TODAY.plusDays(2), NOW).after();
        assertThat(published.phase()).isInstanceOf(Published.class);
        assertThat(published.revision()).contains(CONTENT);
        assertThat(published.files()).as("they are those of the revision now").isEmpty();
    }

    @Test
    void whoLookedAtAnotherVersionIsToldSo() {
        assertRefused(CatalogueRefusal.EDITION_CHANGED, () -> draft().at(7));
    }

    @Test
    void whatCameWithoutAnEditionGetsTheNextNumber() {
        var first = content(1, "2026-01-01T00:00:00Z");
        var second = content(2, "2026-06-01T00:00:00Z");
        var known = KnownEditions.of("1.001193", List.of(), List.of(first, second), Optional.of(second.id()), NOW);
        assertThat(known.all())
                .extracting(it -> it.no() + " " + it.phase().name())
                .containsExactly("2 PUBLISHED", "1 REPLACED");

        var third = content(3, "2026-09-01T00:00:00Z");
        var later =
                KnownEditions.of("1.001193", known.all(), List.of(first, second, third), Optional.of(third.id()), NOW);
        assertThat(later.all())
                .extracting(it -> it.no() + " " + it.phase().name())
                .containsExactly("3 PUBLISHED", "2 REPLACED", "1 REPLACED");
        assertThat(KnownEditions.of(
                                "1.001193", later.all(), List.of(first, second, third), Optional.of(third.id()), NOW)
                        .fresh())
                .as("known once")
                .isEmpty();
    }

    private static KnownEditions.Content content(int id, String since) {
        return new KnownEditions.Content(new RevisionId(new UUID(3, id)), "G15", "Khai sinh", Instant.parse(since));
    }

    /** One in every phase; of the published, one whose end is decided. */
    private static Stream<Edition> phases() {
        var reviewed = draft().handIn(List.of(), PHUONG, NOW).after();
        var approved = reviewed.approve(approval(TODAY), TODAY).after();
        var published = approved.publish(CONTENT, TODAY, NOW).after();
        var ending = published
                .endOn(new Abolition(DECISION, TODAY, HIEN), TODAY, NOW)
                .after();
        return Stream.of(
                draft(),
                reviewed,
                approved,
                published,
                ending,
                published.replaced(2, NOW).after(),
                ending.abolished(TODAY, NOW).after(),
                draft().discard(PHUONG, NOW).after());
    }

    private static Edition draft() {
        return Edition.begin("1.001193", 1, "G15", "Khai sinh", Optional.empty(), Map.of("form.yaml", "a"), PHUONG, NOW)
                .after();
    }

    private static Approval approval(LocalDate publishOn) {
        return new Approval(DECISION, LeadTimes.Track.MINISTRY, TODAY.plusDays(30), publishOn, HIEN, NOW);
    }

    private static Optional<Phase.Name> possible(Function<Edition, Edition.Step> action, Edition edition) {
        try {
            return Optional.of(action.apply(edition).after().phase().name());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static void assertRefused(CatalogueRefusal code, ThrowingCallable it) {
        assertThatThrownBy(it)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
