package vn.motcua.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.DueMoment;
import vn.motcua.dossier.HistoryLine;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Paper;
import vn.motcua.dossier.Stage;
import vn.motcua.filing.SignatureView;
import vn.motcua.filing.SignatureWords;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.filing.Statements;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.Places;
import vn.motcua.messaging.Posted;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.portal.DossierFees;
import vn.motcua.result.Registered;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Says a dossier to its applicant. */
@Component
class DossierWords {

    private final Catalogue catalogue;
    private final Units units;
    private final Brands brands;
    private final Kinds kinds;
    private final KnownFacts known;
    private final Places places;
    private final Statements statements;
    private final SignatureWords signatures;
    private final SignedDeclarations signed;
    private final Messages messages;
    private final Clock clock;

    DossierWords(
            Catalogue catalogue,
            KnownFacts known,
            Units units,
            Brands brands,
            Kinds kinds,
            Places places,
            Statements statements,
            SignatureWords signatures,
            SignedDeclarations signed,
            Messages messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.known = known;
        this.units = units;
        this.brands = brands;
        this.kinds = kinds;
        this.places = places;
        this.statements = statements;
        this.signatures = signatures;
        this.signed = signed;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page of that dossier.
     *
     * @param first what has to be paid before it is received
     * @param register what the register of results says of its result, or of the one that waits to be signed
     * @param letters what was written to them by mail and short message
     * @param added what the procedure adds to what they were told last
     * @param news what was just done there; a word of ours or anything a visitor wrote into the address
     */
    DossierView say(
            ApplicantView dossier,
            DossierFees.Account fees,
            Dong first,
            Optional<Registered> register,
            int unread,
            List<Posted> letters,
            Optional<String> added,
            String news,
            Language language) {
        var speech = new Speech(messages, language);
        var situation = new Situation(
                dossier,
                speech,
                unit(dossier.stage() instanceof Stage.PassedAcross it ? it.to() : dossier.unit(), language),
                clock.instant(),
                first,
                register.filter(Registered::open).isPresent());
        return new DossierView(
                dossier.procedureName(),
                Mine.address(dossier),
                dossier.link().map(_ -> "/my/" + dossier.code().value()).orElse(""),
                dossier.number().map(DossierNumber::value),
                dossier.code().grouped(),
                dossier.applicant().name(),
                VietnamTime.moment(dossier.filedAt()),
                List.of("withdrawn", "withdrawal-asked", "supplemented", "mistake-reported")
                                .contains(news)
                        ? speech.t("portal.done." + news)
                        : "",
                situation.now(),
                new PathWords(dossier, speech, it -> unit(it, language)).stops(),
                dossier.at().isPresent(),
                dossier.due()
                        .filter(_ -> !ended(dossier))
                        .map(it -> waits(dossier) ? speech.t("portal.dossier.paused") : due(dossier, it.at(), speech)),
                dossier.dueExplained(),
                dossier.due().filter(DueMoment::provisional).isPresent(),
                reached(dossier.unit(), language),
                dossier.officer().filter(_ -> dossier.at().isPresent()),
                fees(fees, speech),
                receive(dossier, speech),
                papers(dossier, speech),
                answers(dossier, language),
                dossier.history().reversed().stream()
                        .map(it -> line(it, speech))
                        .toList(),
                acknowledged(dossier),
                slips(dossier, speech),
                dossier.result()
                        .map(it -> new DossierView.Result(
                                it.number(),
                                !fees.settled(),
                                true,
                                dossier.mayReportMistake(),
                                replaced(dossier, speech),
                                register.filter(one -> one.signedAt().isPresent())
                                        .map(one ->
                                                "/verify/" + one.draft().code().value())
                                        .orElse(""),
                                register.filter(one -> one.draft().sensitive()).isPresent())),
                dossier.mayWithdraw(),
                unread,
                letters,
                added);
    }

    /** Which results were corrected, and when. */
    private static List<String> replaced(ApplicantView dossier, Speech speech) {
        return dossier.history().stream()
                .filter(it -> it.kind().equals("result-amended"))
                .map(it -> speech.t("portal.result.replaced", it.what(), VietnamTime.moment(it.at())))
                .toList();
    }

    /** The unit with its address and telephone, where it says them. */
    private String reached(UnitId unit, Language language) {
        var reached = brands.reached(unit);
        return reached.isEmpty() ? unit(unit, language) : unit(unit, language) + ", " + reached;
    }

    private static List<DossierView.Slip> slips(ApplicantView dossier, Speech speech) {
        return Stream.of(
                        slips("supplement-slip", dossier.slips().supplements(), speech),
                        slips("turn-away-slip", dossier.slips().turnAways(), speech),
                        slips("apology-slip", dossier.slips().apologies(), speech),
                        slips("halt-slip", dossier.slips().halts(), speech))
                .flatMap(it -> it)
                .toList();
    }

    /** Of several of one kind each has its number in the book and its day. */
    private static <T> Stream<DossierView.Slip> slips(String word, List<ApplicantView.Slip<T>> written, Speech speech) {
        var name = speech.t("portal.dossier." + word);
        return written.size() == 1
                ? Stream.of(new DossierView.Slip(word, name))
                : written.stream()
                        .map(it -> new DossierView.Slip(
                                word + "?version=" + it.version(),
                                speech.t(
                                        "portal.dossier.slip",
                                        name,
                                        it.booked().map(Booked::line).orElse("–"),
                                        VietnamTime.day(VietnamTime.dayOf(it.at())))));
    }

    private DossierView.Fees fees(DossierFees.Account fees, Speech speech) {
        return new DossierView.Fees(
                fees.lines().stream()
                        .map(it -> new DossierView.Fee(
                                it.name().in(speech.language()), it.amount().toString()))
                        .toList(),
                fees.total().equals(Dong.ZERO)
                        ? speech.t("portal.fee.none")
                        : fees.total().toString(),
                fees.total().equals(Dong.ZERO) ? "" : paid(fees, speech),
                fees.settled());
    }

    private static String paid(DossierFees.Account fees, Speech speech) {
        if (!fees.settled()) {
            return speech.t("portal.fee.owed", fees.owed());
        }
        return speech.t(fees.unpaid().equals(Dong.ZERO) ? "portal.fee.paid" : "portal.fee.ended");
    }

    private static String receive(ApplicantView dossier, Speech speech) {
        var way = speech.t("portal.receive." + dossier.receiveBy());
        return dossier.receiveAt().isEmpty() ? way : speech.t("portal.receive.at", way, dossier.receiveAt());
    }

    private List<DossierView.Filed> papers(ApplicantView dossier, Speech speech) {
        var names = catalogue.revision(dossier.revision()).runnableContent().paperNames(speech.language());
        var stated = Scope.of(dossier.ref().tenant())
                .call(() -> statements.of(dossier.ref().id()));
        var declared = Scope.of(dossier.ref().tenant())
                .call(() -> signed.of(dossier.ref().id()));
        var files = Stream.concat(
                        dossier.papers().stream().flatMap(it -> it.file().stream()),
                        declared.stream().map(it -> it.file().sha256()))
                .toList();
        var judged = Scope.of(dossier.ref().tenant()).call(() -> signatures.of(files, speech.language()));
        var papers = dossier.papers().stream()
                .map(it -> new DossierView.Filed(
                        it.file().map(_ -> it.id().toString()).orElse(""),
                        names.getOrDefault(it.document(), it.name()),
                        remark(it, stated(it, stated), speech),
                        VietnamTime.moment(it.addedAt()),
                        stated(it, stated)
                                .flatMap(Statements.Statement::signed)
                                .map(_ -> Statements.SIGNED + it.id())
                                .orElse(""),
                        it.file().flatMap(file -> Optional.ofNullable(judged.get(file)))));
        return Stream.concat(declared.stream().map(it -> declaration(it, judged, speech)), papers)
                .toList();
    }

    private static DossierView.Filed declaration(
            SignedDeclarations.Signed signed, Map<String, SignatureView> judged, Speech speech) {
        return new DossierView.Filed(
                SignedDeclarations.PAPER,
                speech.t("filing.sign.paper"),
                speech.t("filing.sign.by", signed.signer(), signed.provider()),
                VietnamTime.moment(signed.at()),
                "",
                Optional.ofNullable(judged.get(signed.file().sha256())));
    }

    private static Optional<Statements.Statement> stated(Paper paper, Map<String, Statements.Statement> stated) {
        return paper.file().flatMap(it -> Optional.ofNullable(stated.get(it)));
    }

    /** The file's name, what of it was seen at the counter, and who stated that it matches the original. */
    private static String remark(Paper paper, Optional<Statements.Statement> stated, Speech speech) {
        var seen = paper.originals() + paper.copies() == 0
                ? ""
                : speech.t("portal.dossier.papers.seen", paper.originals(), paper.copies());
        var compared = stated.map(
                        it -> speech.t("portal.dossier.papers.compared", it.by(), VietnamTime.moment(it.at())))
                .orElse("");
        return Stream.of(paper.file().map(_ -> paper.name()).orElse(""), seen, compared)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private AnswersView answers(ApplicantView dossier, Language language) {
        var facts = known.of(dossier.circumstances());
        return AnswersView.of(
                catalogue.revision(dossier.revision()).runnableContent().form(),
                dossier.answers(),
                facts,
                new AnswerWords(messages, language, places));
    }

    private DossierView.Line line(HistoryLine line, Speech speech) {
        return new DossierView.Line(
                line.what(),
                line.remark().isEmpty() ? List.of() : line.remark().lines().toList(),
                line.role()
                        .map(it -> speech.t("portal.history.who", line.who(), kinds.roleName(it, speech.language())))
                        .orElse(line.who()),
                VietnamTime.moment(line.at()));
    }

    private String unit(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }

    /** Whether it ended without a decision, so that nothing is due any more. */
    private static boolean ended(ApplicantView dossier) {
        return dossier.stage() instanceof Stage.Withdrawn
                || dossier.stage() instanceof Stage.Halted
                || dossier.stage() instanceof Stage.PassedAcross;
    }

    /** Until when it is to come; once the agency has named a later date, that one and the one that it missed. */
    static String due(ApplicantView dossier, Instant due, Speech speech) {
        return dossier.renewed()
                .map(it -> speech.t("portal.dossier.renewed", VietnamTime.moment(it), VietnamTime.moment(due)))
                .orElseGet(() -> VietnamTime.moment(due));
    }

    /** Whether the clock stands still until the applicant has answered. */
    private static boolean waits(ApplicantView dossier) {
        return dossier.stage() instanceof Stage.AwaitingSupplement
                || (dossier.stage() instanceof Stage.Waiting it
                        && it.waitingFor().stops());
    }

    /** The last line of that kind. */
    static Optional<HistoryLine> last(ApplicantView dossier, String kind) {
        return dossier.history().reversed().stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst();
    }

    /** Whether that stage has ended in a denial, and why. */
    static Optional<String> denied(Stage stage) {
        var outcome = switch (stage) {
            case Stage.Resolved it -> Optional.of(it.outcome());
            case Stage.HandedOver it -> Optional.of(it.outcome());
            case Stage.Submitted _,
                    Stage.TurnedAway _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ -> Optional.<Outcome>empty();
        };
        return outcome.flatMap(
                it -> it instanceof Outcome.Denied(var reason) ? Optional.of(reason) : Optional.<String>empty());
    }

    /** Whether there is an acknowledgement: of a linked filing there is one, that of its first part. */
    static boolean acknowledged(ApplicantView dossier) {
        return dossier.receipt().isPresent()
                && dossier.link().map(it -> it.place() == 1).orElse(true);
    }
}
