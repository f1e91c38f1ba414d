package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.QrCode;
import vn.motcua.dossier.FeeClearance;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.filing.Filed;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.filing.Sending;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The confirmation, with the tracking code. */
@Controller
public class DonePages {

    private final Sending sending;
    private final Catalogue catalogue;
    private final Units units;
    private final ObjectProvider<FeeClearance> fees;
    private final Messages messages;
    private final TransactionTemplate reading;

    DonePages(
            Sending sending,
            Catalogue catalogue,
            Units units,
            ObjectProvider<FeeClearance> fees,
            Messages messages,
            PlatformTransactionManager transactions) {
        this.sending = sending;
        this.catalogue = catalogue;
        this.units = units;
        this.fees = fees;
        this.messages = messages;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/filings/{code}/done")
    ModelAndView done(@PathVariable String code, SignedIn who, HttpServletRequest request) {
        var language = Languages.of(request);
        var filed = TrackingCode.typed(code)
                .flatMap(it -> sending.filed(who, it))
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        var revision = catalogue.revision(filed.revision());
        var track = "/track?code=" + filed.code().value();
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + language.prefix() + track;
        return Pages.show(
                "filing/done",
                new View(
                        revision.shortName(language),
                        filed.code().grouped(),
                        track,
                        QrCode.of(address).svg(messages.say(language, "filing.done.qr")),
                        VietnamTime.moment(filed.at()),
                        units.unit(filed.unit())
                                .map(it -> WherePages.office(it, language))
                                .orElseThrow(),
                        filed.receiveBy().name(),
                        payFirst(filed),
                        "/my/" + filed.code().value() + "/pay"));
    }

    /** What has to be paid before it is received; empty for nothing, and where no module takes money. */
    private String payFirst(Filed filed) {
        return Optional.ofNullable(fees.getIfAvailable())
                .map(asked -> Scope.of(filed.tenant())
                        .call(() ->
                                Objects.requireNonNull(reading.execute(_ -> asked.beforeReception(filed.dossier())))))
                .filter(FeeClearance.Answer.Owed.class::isInstance)
                .map(it -> ((FeeClearance.Answer.Owed) it).amount().toString())
                .orElse("");
    }

    /**
     * What the page shows.
     *
     * @param code in groups of four
     * @param track where it can be followed
     * @param qr a drawing that leads there
     * @param at when it was filed
     * @param how the result comes
     * @param payFirst what has to be paid before it is received; empty for nothing
     * @param pay where
     */
    public record View(
            String procedure,
            String code,
            String track,
            String qr,
            String at,
            WherePages.Office office,
            String how,
            String payFirst,
            String pay) {}
}
