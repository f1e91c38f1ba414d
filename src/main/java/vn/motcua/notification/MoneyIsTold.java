package vn.motcua.notification;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Progress;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.organization.Units;
import vn.motcua.payment.ReceiptNews;
import vn.motcua.payment.RefundNews;
import vn.motcua.payment.RefundState;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Tells the applicant what becomes of money that goes back to them, and of receipts that were wrong: in their account, by mail and by short message. */
@Component
class MoneyIsTold implements RefundNews, ReceiptNews {

    /** More than a refund has states: no two things that are told of a dossier have the same number. */
    private static final int STATES = 100;

    /** The place of what is told of receipts among what is told of refunds. */
    private static final int RECEIPT = 50;

    private final Announced announced;
    private final Progress progress;
    private final Notices notices;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Catalogue catalogue;
    private final Clock clock;

    MoneyIsTold(
            Announced announced,
            Progress progress,
            Notices notices,
            Contacts contacts,
            Deliveries deliveries,
            Units units,
            Brands brands,
            Catalogue catalogue,
            Messages messages,
            Clock clock) {
        this.announced = announced;
        this.progress = progress;
        this.notices = notices;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.catalogue = catalogue;
        this.letters = new Letters(units, brands, messages);
        this.clock = clock;
    }

    @Override
    public void tell(DossierRef dossier, int no, RefundState state, Dong amount) {
        var said = new Said(
                "refund-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), List.of(amount.toString()));
        // Versions of a dossier are above zero: what happens to its refunds stands below.
        tell(dossier, -(no * STATES + place(state)), said);
    }

    @Override
    public void tell(DossierRef dossier, int no, String receipt, boolean replaced) {
        tell(
                dossier,
                -(no * STATES + RECEIPT),
                new Said(replaced ? "receipt-replaced" : "receipt-noticed", List.of(receipt)));
    }

    private void tell(DossierRef dossier, int number, Said said) {
        var latest = announced.latest(dossier.id());
        notices.tell(latest.owners(), new Notice(dossier, number, said.kind(), said.places(), clock.instant(), true));
        var view = progress.of(dossier.id(), latest.version());
        var contact =
                view.submitter().map(it -> contacts.of(TenantId.NATIONAL, it)).orElse(Contact.UNSAID);
        var revision = catalogue.revision(view.revision());
        var about = new Letters.About(
                Scope.current().tenant(),
                revision.name(contact.language()),
                revision.content(),
                dossier.id() + " " + number,
                said,
                view,
                contact.language());
        contact.reach(Channel.EMAIL, view.email()).ifPresent(it -> deliveries.queue(letters.mail(about, it)));
        contact.reach(Channel.SMS, view.phone()).ifPresent(it -> deliveries.queue(letters.shortMessage(about, it)));
    }

    /** Kept in what was told: never given to another. */
    private static int place(RefundState state) {
        return switch (state) {
            case PROPOSED -> 0;
            case REFUSED -> 1;
            case APPROVED -> 2;
            case SENT -> 3;
            case FAILED -> 4;
            case PAID_BACK -> 5;
        };
    }
}
