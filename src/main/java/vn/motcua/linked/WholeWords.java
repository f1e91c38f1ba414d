package vn.motcua.linked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Group;
import vn.motcua.dossier.StageKind;
import vn.motcua.linked.Branch.State;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Says how a linked filing stands, in both languages; for the applicant, the one-stop and the papers alike. */
@Component
public class WholeWords {

    private final Units units;
    private final Messages messages;

    WholeWords(Units units, Messages messages) {
        this.units = units;
        this.messages = messages;
    }

    /**
     * A part in words.
     *
     * @param state how it stands
     * @param tone of its badge: good, warn, bad, info or empty
     * @param detail until when, and what to do
     * @param toDo whether the applicant has something to do
     */
    public record Line(String name, String agency, String state, String tone, String detail, boolean toDo) {}

    /** The group's shorter name. */
    public String title(Whole whole, Language language) {
        return whole.title().in(language);
    }

    /** Until when the whole is promised, or that it is not yet. */
    public String promise(Whole whole, Language language) {
        if (whole.promise().isEmpty() || whole.moved().isEmpty()) {
            return messages.say(language, "linked.promise.notYet");
        }
        var first = whole.promise().get().due().at();
        var now = whole.moved().get();
        return now.isAfter(first)
                ? messages.say(language, "linked.promise.moved", VietnamTime.moment(now), VietnamTime.moment(first))
                : messages.say(language, "linked.promise", VietnamTime.moment(first));
    }

    /** Why that is promised. */
    public List<String> explained(Whole whole, Language language) {
        if (whole.promise().isEmpty()) {
            return List.of();
        }
        var promise = whole.promise().get();
        var said = new ArrayList<String>();
        if (promise.stations().isEmpty()) {
            said.add(messages.say(
                    language, "linked.why.limit", whole.group().limit().say(language, messages)));
            said.addAll(promise.due().cited(language, messages));
        } else {
            said.add(messages.say(language, "linked.why.latest"));
            promise.stations()
                    .forEach(it -> said.add(messages.say(
                            language,
                            "linked.why.station",
                            name(whole, it.part(), language),
                            it.limit().say(language, messages),
                            VietnamTime.moment(it.due()))));
        }
        whole.branches().stream()
                .filter(it -> it.part().outside())
                .forEach(it -> said.add(messages.say(
                        language, "linked.why.outside", name(whole, it.part().id(), language))));
        return said;
    }

    /** That it will come later than promised; empty when it will not. */
    public String late(Whole whole, Language language) {
        if (!whole.late()) {
            return "";
        }
        var at = whole.expected().orElseThrow();
        return messages.say(language, whole.over() ? "linked.late.over" : "linked.late", VietnamTime.moment(at));
    }

    /** What the acknowledgement says of the whole: one paper for all parts; nothing for the later parts' own. */
    public List<String> onPaper(Whole whole, String part, Language language) {
        var said = new ArrayList<String>();
        said.add(messages.say(language, "linked.paper", title(whole, language)));
        if (whole.group().first().id().equals(part)) {
            said.add(promise(whole, language));
            whole.branches().stream()
                    .filter(it -> !it.part().id().equals(part))
                    .forEach(it -> said.add(messages.say(
                            language,
                            "linked.paper.part",
                            it.place(),
                            name(whole, it.part().id(), language),
                            line(whole, it, language).agency(),
                            it.part().limit().say(language, messages))));
        }
        return said;
    }

    /** How a part stands. */
    public Line line(Whole whole, Branch branch, Language language) {
        var name = name(whole, branch.part().id(), language);
        var agency = units.unit(branch.unit())
                .map(it -> language == Language.EN ? it.nameEn() : it.name())
                .orElse("");
        var limit = branch.part().limit().say(language, messages);
        return switch (branch.state()) {
            case State.Waiting _ ->
                new Line(
                        name,
                        agency,
                        messages.say(language, "linked.state.waiting"),
                        "",
                        messages.say(language, "linked.waiting", after(whole, branch.part(), language), limit),
                        false);
            case State.NotOpened(var because) ->
                new Line(
                        name,
                        agency,
                        messages.say(language, "linked.state.notOpened"),
                        "bad",
                        messages.say(language, "linked.notOpened", name(whole, because, language)),
                        false);
            case State.Left _ ->
                new Line(
                        name,
                        agency,
                        messages.say(language, "linked.state.left"),
                        "",
                        messages.say(language, "linked.left"),
                        false);
            case State.Open(var _, var news) ->
                new Line(
                        name,
                        agency,
                        messages.say(language, "dossier.public." + news.stage()),
                        tone(news),
                        detail(news, limit, language),
                        asks(news));
        };
    }

    private String detail(Branch.News news, String limit, Language language) {
        if (asks(news)) {
            return messages.say(language, "linked.toDo");
        }
        if (news.failed()) {
            return messages.say(language, "linked.failed");
        }
        if (news.ended()) {
            return messages.say(language, "linked.came", VietnamTime.moment(news.since()));
        }
        return news.dueAt()
                .map(it -> messages.say(language, "linked.due", VietnamTime.moment(it)))
                .orElseGet(() -> messages.say(language, "linked.notReceived", limit));
    }

    private static boolean asks(Branch.News news) {
        return news.stage() == StageKind.SUPPLEMENT_AT_INTAKE || news.stage() == StageKind.SUPPLEMENT_IN_PROCESS;
    }

    private static String tone(Branch.News news) {
        return asks(news) ? "warn" : news.failed() ? "bad" : news.ended() ? "good" : "info";
    }

    private String after(Whole whole, Group.Part part, Language language) {
        return part.after().stream().map(it -> name(whole, it, language)).collect(Collectors.joining(", "));
    }

    private static String name(Whole whole, String part, Language language) {
        return whole.group().part(part).procedure().shortName().in(language);
    }
}
