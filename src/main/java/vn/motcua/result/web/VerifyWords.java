package vn.motcua.result.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.result.ResultCode;
import vn.motcua.result.Verification;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signature.Judgement;

/** Says what the register and a signature check found. */
@Component
class VerifyWords {

    private final Messages messages;

    VerifyWords(Messages messages) {
        this.messages = messages;
    }

    VerifyView.Found found(Verification.Public it, Language language) {
        return new VerifyView.Found(
                it.since().isEmpty(),
                it.code().grouped(),
                it.issuer(),
                it.number(),
                VietnamTime.day(VietnamTime.dayOf(it.issuedAt())),
                messages.say(
                                language,
                                "result.verify.state." + it.state().word(),
                                it.since().map(VietnamTime::moment).orElse(""))
                        + it.ground()
                                .map(one -> ". " + messages.say(language, one.key()))
                                .orElse(""),
                messages.say(language, it.signed() ? "result.verify.signed.yes" : "result.verify.signed.no"),
                it.replacedBy().map(ResultCode::grouped).orElse(""),
                it.replacedBy().map(one -> "/verify/" + one.value()).orElse(""));
    }

    VerifyView.File file(Verification.Checked checked, Language language) {
        var judged = checked.judged();
        return new VerifyView.File(
                judged.verdict().tone(),
                messages.say(language, judged.verdict().key()),
                judged.about().stream()
                        .sorted()
                        .map(it -> messages.say(language, it.key()))
                        .toList(),
                judged.signatures().stream().map(it -> signature(it, language)).toList(),
                checked.known().map(it -> found(it, language)));
    }

    private VerifyView.Signature signature(Judgement.One it, Language language) {
        return new VerifyView.Signature(
                it.verdict().tone(),
                messages.say(language, it.verdict().key()),
                it.name(),
                String.join(
                        ", ",
                        List.of(it.position(), it.agency()).stream()
                                .filter(one -> !one.isEmpty() && !one.equals(it.name()))
                                .toList()),
                moment(it.claimedAt(), language),
                moment(it.stampedAt(), language),
                it.listOf()
                        .map(at -> messages.say(language, "result.verify.signature.list.of", VietnamTime.moment(at)))
                        .orElseGet(() -> messages.say(language, "result.verify.signature.none")),
                it.sorted().stream()
                        .map(one -> messages.say(language, one.key()))
                        .toList());
    }

    private String moment(Optional<Instant> at, Language language) {
        return at.map(VietnamTime::moment).orElseGet(() -> messages.say(language, "result.verify.signature.none"));
    }
}
