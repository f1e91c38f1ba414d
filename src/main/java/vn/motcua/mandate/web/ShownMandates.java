package vn.motcua.mandate.web;

import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.document.QrCode;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.ConsentCode;
import vn.motcua.mandate.Mandate;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateState;
import vn.motcua.mandate.Principal;
import vn.motcua.mandate.Together;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Puts mandates on pages. */
@Component
class ShownMandates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MandateWords words;
    private final Messages messages;

    ShownMandates(MandateWords words, Messages messages) {
        this.words = words;
        this.messages = messages;
    }

    /** One of them; while it waits for an answer with the code and the drawing, which the other opens. */
    MandateView.One one(SignedIn who, MandateDesk.Told told, String home, String done, Language language) {
        var mandate = told.mandate();
        var mine = mandate.representative().account().equals(who.account());
        var code = told.code().filter(_ -> told.word() == MandateState.Word.ASKED);
        var address = code.map(it -> consentAddress(it, language)).orElse("");
        var line = line(told, mine, language);
        return new MandateView.One(
                line,
                mine && told.word() == MandateState.Word.ASKED,
                code.map(ConsentCode::grouped).orElse(""),
                address,
                code.map(_ -> QrCode.of(address).svg(messages.say(language, "mandate.one.qr")))
                        .orElse(""),
                mandate.state() instanceof MandateState.Asked(var expires)
                        ? TIME.format(VietnamTime.local(expires))
                        : "",
                mine,
                told.history().stream()
                        .map(it -> new MandateView.Happened(
                                VietnamTime.moment(it.at()),
                                it.actor().isEmpty() ? messages.say(language, "mandate.together.past") : it.actor(),
                                messages.say(language, "mandate.event." + it.kind(), it.about())))
                        .toList(),
                mandate.state() instanceof MandateState.Refused(var _, var reason) ? reason : "",
                Set.of("given", "refused").contains(done) ? done : "",
                new MandateView.Place(
                        home,
                        home + "/" + mandate.id(),
                        who instanceof SignedIn.OfficerAt,
                        told.word() == MandateState.Word.GIVEN ? draft(mandate, mine) : ""));
    }

    /** One in a list. */
    MandateView.Line line(MandateDesk.Told told, boolean mine, Language language) {
        var mandate = told.mandate();
        var unnamed = mandate.together().isPresent() && told.word() != MandateState.Word.ASKED
                ? messages.say(language, "mandate.together.past")
                : "";
        var whom = mandate.principal().map(Principal::name).orElse(unnamed);
        return line(mandate, told.word(), mine ? whom : mandate.representative().name(), mine, words, language);
    }

    /** One in words. */
    static MandateView.Line line(
            Mandate mandate, MandateState.Word word, String who, boolean mine, MandateWords words, Language language) {
        var given = word == MandateState.Word.GIVEN;
        var together = mandate.together().isPresent() ? draft(mandate, true) : "";
        var working = together.isEmpty() ? Behalf.prefix(mandate.id().value()) + "/my" : together;
        return new MandateView.Line(
                mandate.id().toString(),
                who,
                words.kind(mandate, language),
                words.errands(mandate.reach(), language),
                words.matters(mandate.reach(), language),
                words.days(mandate, language),
                words.state(word, language),
                MandateWords.tone(word),
                mine && given ? working : "",
                given || (mine && word == MandateState.Word.ASKED));
    }

    /** The path of the draft that both have before them, for one of the two; empty for none. */
    private static String draft(Mandate mandate, boolean mine) {
        var prefix = mine ? Behalf.prefix(mandate.id().value()) : "";
        return mandate.together()
                .flatMap(Together::draft)
                .map(it -> prefix + "/drafts/" + it)
                .orElse("");
    }

    private static String consentAddress(ConsentCode code, Language language) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                + language.prefix()
                + "/consent?code="
                + code.value();
    }
}
