package vn.motcua.trial.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.catalogue.Edition;
import vn.motcua.deadline.Deadlines;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.HistoryLine;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.dossier.TrialState;
import vn.motcua.dossier.TrialState.Offer;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.notification.ForeseenLetters;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.trial.TrialClock;
import vn.motcua.trial.TrialRoom;
import vn.motcua.trial.TrialRoom.Open;

/** Says a trial in one language. */
final class TrialRunWords {

    /** What needs no word, or may be done without one. */
    private static final Set<What> WITHOUT =
            Set.of(What.RECEIVE, What.CONFIRM, What.LET_GO, What.ISSUE, What.OPINIONS, What.PAY, What.CLOCK);

    private static final Set<What> PERHAPS = Set.of(What.COMPLETE, What.APPROVE);

    private final Tools tools;
    private final Language language;

    /** Whom this asks. */
    record Tools(Messages messages, Kinds kinds, AgencyCalendars calendars, ForeseenLetters letters) {}

    TrialRunWords(Tools tools, Language language) {
        this.tools = tools;
        this.language = language;
    }

    /**
     * What was sent and refused.
     *
     * @param form the id of the form on the page; empty for none
     * @param problem why
     */
    record Refusal(
            String form,
            String text,
            String more,
            Map<String, Object> entered,
            List<Problem> problems,
            String problem) {

        static final Refusal NONE = new Refusal("", "", "", Map.of(), List.of(), "");
    }

    TrialRunView view(Open open, TenantId tenant, TrialRoom room, Refusal refusal) {
        var trial = open.trial();
        var edition = open.edition();
        var words = new AnswerWords(tools.messages(), language, room.facts(open).places());
        var state = open.state();
        return new TrialRunView(
                "/admin/procedures/trials/" + trial.id(),
                address(edition),
                edition.no(),
                open.content().shortName().in(language),
                VietnamTime.moment(trial.endsAt()),
                VietnamTime.moment(trial.now()),
                state.map(it -> t("dossier.stage." + it.opened().stage().kind()))
                        .orElse(""),
                trial.done().size(),
                UUID.randomUUID().toString(),
                refusal.problem(),
                state.isEmpty(),
                state.map(TrialState::over).orElse(true),
                state.flatMap(it -> it.opened().number()).map(it -> it.value()).orElse(""),
                state.map(this::due).orElse(""),
                state.flatMap(it -> left(it, open)).orElse(""),
                state.map(TrialState::late).orElse(false),
                state.map(it -> it.opened().explained(language, tools.messages()))
                        .orElse(List.of()),
                state.map(TrialState::owed)
                        .filter(it -> !it.equals(Dong.ZERO))
                        .map(Dong::toString)
                        .orElse(""),
                state.map(it -> decided(it.opened().stage())).orElse(false),
                state.map(it -> desks(it, open, room, refusal)).orElse(List.of()),
                state.filter(it -> !it.over())
                        .map(it -> clocks(it.opened().due().at(), it.now()))
                        .orElse(List.of()),
                state.map(TrialState::lines).orElse(List.of()).reversed().stream()
                        .map(this::line)
                        .toList(),
                state.map(it -> mails(it, open, tenant)).orElse(List.of()),
                AnswersView.of(open.content().entries().form(), TrialRoom.answers(open), room.facts(open), words));
    }

    static String address(Edition edition) {
        return "/admin/procedures/revisions/" + edition.code() + "/" + edition.no();
    }

    private String due(TrialState state) {
        return VietnamTime.moment(state.opened().due().at());
    }

    /** Counted while the clock runs; what waits or is decided has nothing left. */
    private Optional<String> left(TrialState state, Open open) {
        return switch (state.opened().stage()) {
            case Stage.Received _, Stage.InProcess _, Stage.Waiting _ -> {
                var unit = open.trial().unit();
                yield Optional.of(Deadlines.remaining(
                                state.opened().due().at(),
                                state.now(),
                                tools.calendars().hours(unit),
                                tools.calendars().of(unit))
                        .say(language, tools.messages()));
            }
            case Stage.Resolved it -> Optional.of(t(it.onTime() ? "trial.onTime" : "trial.late"));
            case Stage.HandedOver it -> Optional.of(t(it.onTime() ? "trial.onTime" : "trial.late"));
            case Stage.Submitted _,
                    Stage.AwaitingSupplement _,
                    Stage.TurnedAway _,
                    Stage.Withdrawn _,
                    Stage.Halted _,
                    Stage.PassedAcross _ -> Optional.empty();
        };
    }

    private static boolean decided(Stage stage) {
        return stage instanceof Stage.Resolved || stage instanceof Stage.HandedOver;
    }

    /** By step; then who leads, the asked units, the cashier and the applicant. */
    private List<TrialRunView.Desk> desks(TrialState state, Open open, TrialRoom room, Refusal refusal) {
        var steps = new LinkedHashMap<String, List<Offer>>();
        state.opened().desk().seats().forEach(it -> steps.put(it.step(), new ArrayList<>()));
        var apart = new ArrayList<Offer>();
        state.offers()
                .forEach(it ->
                        Optional.ofNullable(steps.get(it.step())).orElse(apart).add(it));
        var first = Stream.concat(steps.values().stream().flatMap(List::stream), apart.stream())
                .map(TrialRunWords::id)
                .findFirst()
                .orElse("");
        var shown = refusal.form().isEmpty() ? first : refusal.form();
        var desks = new ArrayList<TrialRunView.Desk>();
        steps.forEach((step, offers) -> desks.add(new TrialRunView.Desk(
                open.content().route().step(step).name().in(language),
                Optional.ofNullable(state.stepDues().get(step))
                        .map(VietnamTime::moment)
                        .orElse(""),
                offers.stream().map(it -> act(it, open, room, refusal, shown)).toList())));
        if (!apart.isEmpty()) {
            desks.add(new TrialRunView.Desk(
                    t("trial.others"),
                    "",
                    apart.stream()
                            .map(it -> act(it, open, room, refusal, shown))
                            .toList()));
        }
        return desks;
    }

    static String id(Offer it) {
        return id(it.what().name(), it.step());
    }

    static String id(String what, String step) {
        return "act-" + what + (step.isEmpty() ? "" : "-" + step);
    }

    private TrialRunView.Act act(Offer it, Open open, TrialRoom room, Refusal refusal, String shown) {
        var what = it.what();
        var sent = what.name();
        var refused = id(it).equals(refusal.form());
        var deciding = what == What.APPROVE && it.decides() ? ".decides" : "";
        return new TrialRunView.Act(
                id(it),
                UUID.randomUUID().toString(),
                sent,
                t("trial.what." + what + deciding),
                it.step(),
                it.role(),
                it.role().isEmpty() ? "" : by(it),
                it.who(),
                WITHOUT.contains(what) ? "" : t("trial.text." + what),
                !PERHAPS.contains(what),
                switch (what) {
                    case REQUEST_SUPPLEMENT, SECOND_SUPPLEMENT, EXTEND, SEND_BACK -> t("trial.more." + what);
                    default -> "";
                },
                it.backTo().stream()
                        .map(one -> new TrialRunView.Choice(one.id(), one.name().in(language)))
                        .toList(),
                what == What.COMPLETE ? fields(it.step(), open, room, refused ? refusal : Refusal.NONE) : List.of(),
                refused
                        ? new TrialRunView.Typed(refusal.text(), refusal.more())
                        : new TrialRunView.Typed("", what == What.EXTEND ? "3" : ""),
                id(it).equals(shown));
    }

    private String by(Offer it) {
        var role = tools.kinds().roleName(it.role(), language);
        return it.who() == 1 ? role : t("trial.colleague", role, it.who());
    }

    private static List<FieldView> fields(String step, Open open, TrialRoom room, Refusal refusal) {
        var entries = open.content().entries();
        if (!entries.at(step)) {
            return List.of();
        }
        var answers = TrialRoom.answers(open);
        return SectionView.of(
                        entries.form(),
                        entries.section(step),
                        refusal.entered().isEmpty() ? answers : entries.with(step, refusal.entered(), answers),
                        room.facts(open),
                        refusal.problems())
                .fields()
                .stream()
                .filter(FieldView::visible)
                .toList();
    }

    private List<TrialRunView.Choice> clocks(Instant due, Instant now) {
        return Stream.of(TrialClock.values())
                .filter(it -> it.from(now, due).isAfter(now))
                .map(it -> new TrialRunView.Choice(
                        it.name(), t("trial.clock." + it, VietnamTime.moment(it.from(now, due)))))
                .toList();
    }

    private TrialRunView.Line line(HistoryLine it) {
        return new TrialRunView.Line(it.what(), it.remark(), who(it), VietnamTime.moment(it.at()));
    }

    private String who(HistoryLine it) {
        return it.role().map(role -> tools.kinds().roleName(role, language)).orElseGet(it::who);
    }

    private List<TrialRunView.Mail> mails(TrialState state, Open open, TenantId tenant) {
        return state.said().stream()
                .flatMap(said ->
                        tools.letters().of(tenant, open.content(), said.event(), said.progress(), language).stream()
                                .map(it -> new TrialRunView.Mail(
                                        VietnamTime.moment(said.progress().at()),
                                        it.mail().title(),
                                        List.of(it.mail().body().split("\n\n")),
                                        it.shortMessage().body())))
                .toList();
    }

    private String t(String key, Object... arguments) {
        return tools.messages().say(language, key, arguments);
    }
}
