package vn.motcua.vault.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.vault.ShareDesk;
import vn.motcua.vault.VaultEntry;
import vn.motcua.vault.VaultShare;
import vn.motcua.vault.VaultUse;

/** What lies in a vault, in words. */
@Component
public class VaultWords {

    private final Messages messages;
    private final Clock clock;

    VaultWords(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An entry in the list.
     *
     * @param number with the word before it; empty for none
     * @param tone of the state's badge: good, warn or bad
     */
    public record Line(String id, String name, String number, String given, String state, String tone) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /** A use: what was done, and when. */
    public record Use(String sentence, String at) {}

    /**
     * An entry on its page.
     *
     * @param about what is known about it
     * @param data what stands in it
     * @param owed whether something is to be paid before it is given
     * @param filing the address of the dossier from which it came; empty for none
     * @param check where anybody checks it; empty for what has no code
     * @param holds whether it holds now
     * @param links by which it is shown to others
     * @param made what became of making one just now
     * @param command of the next link
     */
    public record Entry(
            Line line,
            List<Fact> about,
            List<Fact> data,
            boolean owed,
            String filing,
            String check,
            boolean holds,
            List<Use> uses,
            List<Link> links,
            VaultPages.Made made,
            String command) {}

    /**
     * A link.
     *
     * @param state how long it opens, or since when it does not
     * @param opens whether it opens now
     */
    public record Link(String id, String note, String state, boolean opens) {}

    /**
     * What a link shows.
     *
     * @param file the address of the file; empty while the paper does not hold
     * @param check where anybody checks it; empty for what has no code
     */
    public record Shared(Line line, List<Fact> about, String file, String check, String until) {}

    Line line(VaultEntry it, Language language) {
        return new Line(
                it.id().toString(),
                it.name(language),
                it.number().isEmpty() ? "" : messages.say(language, "vault.number", it.number()),
                messages.say(
                        language,
                        it.origin() == VaultEntry.Origin.COPY ? "vault.compared.by" : "vault.given.by",
                        VietnamTime.day(it.issuedOn()),
                        it.issuer()),
                state(it, language),
                tone(it));
    }

    Shared shared(ShareDesk.Shown it, String secret, Language language) {
        var entry = it.entry();
        return new Shared(
                line(entry, language),
                about(entry, language),
                entry.holds(VietnamTime.dayOf(clock.instant())) ? "/shared/" + secret + "/file" : "",
                entry.code().isEmpty() ? "" : "/verify/" + entry.code(),
                VietnamTime.moment(it.share().until()));
    }

    Entry entry(
            VaultEntry it,
            boolean paid,
            List<VaultUse> uses,
            List<VaultShare> shares,
            VaultPages.Made made,
            Language language) {
        var about = about(it, language);
        about.add(fact("landed", VietnamTime.moment(it.landedAt()), language));
        if (it.origin() == VaultEntry.Origin.RESULT && it.filing().isEmpty()) {
            about.add(fact("filedBy", messages.say(language, "vault.by-another"), language));
        }
        return new Entry(
                line(it, language),
                about,
                it.data().stream()
                        .map(one -> new Fact(one.label(), one.words()))
                        .toList(),
                !paid,
                it.filing().isEmpty() ? "" : "/my/" + it.filing(),
                it.code().isEmpty() ? "" : "/verify/" + it.code(),
                it.holds(VietnamTime.dayOf(clock.instant())),
                uses.stream().map(one -> use(one, language)).toList(),
                shares.stream().map(one -> link(one, language)).toList(),
                made,
                UUID.randomUUID().toString());
    }

    private Link link(VaultShare it, Language language) {
        return new Link(
                it.id().toString(),
                it.note(),
                it.endedAt()
                        .map(at -> messages.say(language, "vault.link.ended", VietnamTime.moment(at)))
                        .orElseGet(() -> messages.say(
                                language,
                                it.opens(clock.instant()) ? "vault.link.until" : "vault.link.over",
                                VietnamTime.moment(it.until()))),
                it.opens(clock.instant()));
    }

    private List<Fact> about(VaultEntry it, Language language) {
        var about = new ArrayList<Fact>();
        about.add(fact("issuer", it.issuer(), language));
        if (!it.number().isEmpty()) {
            about.add(fact("number", it.number(), language));
        }
        about.add(fact("issuedOn", VietnamTime.day(it.issuedOn()), language));
        it.validUntil().ifPresent(day -> about.add(fact("validUntil", VietnamTime.day(day), language)));
        about.add(new Fact(
                messages.say(language, "vault.fact.origin"),
                messages.say(language, "vault.origin." + it.origin().name())));
        about.add(new Fact(
                messages.say(language, "vault.fact.signed"),
                it.copy()
                        .map(copy -> messages.say(
                                language,
                                "vault.signed.copy",
                                copy.signer(),
                                copy.agency(),
                                VietnamTime.moment(copy.at())))
                        .orElseGet(
                                () -> messages.say(language, it.signed() ? "vault.signed.yes" : "vault.signed.no"))));
        return about;
    }

    /** How its file is called. */
    static String fileName(VaultEntry it) {
        return (it.name().vi() + " " + it.number()).strip().replace('/', '-') + ".pdf";
    }

    private Use use(VaultUse it, Language language) {
        return new Use(
                messages.say(language, "vault.use." + it.what().name(), it.who(), it.about(), it.agency()),
                VietnamTime.moment(it.at()));
    }

    private String state(VaultEntry it, Language language) {
        return it.ending()
                .map(end -> messages.say(
                        language, "vault.state." + end.how().name(), VietnamTime.moment(end.at()), end.reason()))
                .orElseGet(() -> it.expired(VietnamTime.dayOf(clock.instant()))
                        ? messages.say(
                                language,
                                "vault.state.EXPIRED",
                                it.validUntil().map(VietnamTime::day).orElse(""))
                        : it.validUntil()
                                .map(day -> messages.say(language, "vault.state.UNTIL", VietnamTime.day(day)))
                                .orElseGet(() -> messages.say(language, "vault.state.IN_FORCE")));
    }

    private String tone(VaultEntry it) {
        if (it.ending().isPresent()) {
            return "bad";
        }
        return it.expired(VietnamTime.dayOf(clock.instant())) ? "warn" : "good";
    }

    private Fact fact(String name, String value, Language language) {
        return new Fact(messages.say(language, "vault.fact." + name), value);
    }
}
