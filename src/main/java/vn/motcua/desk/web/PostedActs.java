package vn.motcua.desk.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.desk.DeskRefusal;
import vn.motcua.desk.ResultDesk;
import vn.motcua.desk.ResultDraft;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.AmendedResult;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.HigherUnits;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.PassingDesk;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Revocation;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.dossier.UndoDesk;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.Cashier;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.result.ResultRefusal;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;

/** Passes what an officer typed into a form on to the desk that it is for. */
@Component
class PostedActs {

    private final ReadingDesk reading;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final PassingDesk passing;
    private final HigherUnits above;
    private final Cashier cashier;
    private final ResultDraft draft;
    private final ResultDesk results;
    private final UndoDesk undos;
    private final CounterActs counter;
    private final Catalogue catalogue;
    private final KnownFacts known;

    PostedActs(
            ReadingDesk reading,
            OneStopDesk oneStop,
            SpecialistDesk specialist,
            LeaderDesk leader,
            PassingDesk passing,
            HigherUnits above,
            Cashier cashier,
            ResultDraft draft,
            ResultDesk results,
            UndoDesk undos,
            CounterActs counter,
            Catalogue catalogue,
            KnownFacts known) {
        this.reading = reading;
        this.oneStop = oneStop;
        this.specialist = specialist;
        this.leader = leader;
        this.passing = passing;
        this.above = above;
        this.cashier = cashier;
        this.draft = draft;
        this.results = results;
        this.undos = undos;
        this.counter = counter;
        this.catalogue = catalogue;
        this.known = known;
    }

    /** Does it; the files that came with the form go by the names of their fields. */
    void carryOut(DeskForm form, Act act, DossierId dossier, Typed typed, MultiValueMap<String, MultipartFile> files) {
        var step = typed.value("step");
        switch (form) {
            case CLAIM -> specialist.claim(act, dossier, step);
            case RELEASE -> specialist.release(act, dossier, step);
            case RECEIVE -> receive(act, dossier, typed);
            case FORWARD -> oneStop.forward(act, dossier);
            case TURN_AWAY -> oneStop.turnAway(act, dossier, typed.value("reason"));
            case TRANSFER ->
                oneStop.transfer(act, dossier, unit(typed), typed.chosen("received", "yes"), typed.value("reason"));
            case PASS_ON -> passing.within(act, dossier, step, unit(typed), typed.value("reason"));
            case PASS_ACROSS ->
                passing.across(act, dossier, step, agency(typed), typed.value("unit"), typed.value("reason"));
            case SUPPLEMENT -> supplement(act, dossier, step, typed);
            case SECOND_SUPPLEMENT ->
                specialist.proposeSecondSupplement(
                        act, dossier, step, lines(open(act, dossier), typed), typed.value("reason"));
            case CONFIRM -> results.confirm(act, dossier, site());
            case REFUSE_PROPOSAL -> leader.refuseProposal(act, dossier, typed.value("reason"));
            case LET_GO -> specialist.letGo(act, dossier, step);
            case REFUSE_WITHDRAWAL -> specialist.refuseWithdrawal(act, dossier, step, typed.value("reason"));
            case PROPOSE_HALT ->
                specialist.proposeHalt(act, dossier, step, typed.value("reason"), typed.value("returned"));
            case AWAIT_PAYMENT ->
                specialist.await(
                        act, dossier, step, WaitKind.PAYMENT, typed.value("what"), amount(typed), until(typed));
            case AWAIT_ANSWER ->
                specialist.await(act, dossier, step, kind(typed), typed.value("what"), Optional.empty(), until(typed));
            case PROPOSE_AMENDMENT ->
                specialist.proposeAmendment(
                        act, dossier, typed.value("reason"), () -> amendedResult(act, dossier, typed));
            case REFUSE_AMENDMENT -> specialist.refuseAmendment(act, dossier, typed.value("reason"));
            case PROPOSE_REVOCATION -> specialist.proposeRevocation(act, dossier, revocation(typed));
            case SEND_UP -> above.sendUp(act, dossier, step, unit(typed), typed.value("what"), until(typed));
            case AGREE -> above.answer(act, dossier, true, typed.value("note"));
            case RETURN_DOWN -> above.answer(act, dossier, false, typed.value("reason"));
            case END_WAIT -> specialist.endWait(act, dossier, step, typed.value("reason"));
            case COMPLETE -> complete(act, dossier, step, typed);
            case PROPOSE_DENIAL -> specialist.proposeDenial(act, dossier, step, typed.value("reason"));
            case SEND_BACK -> specialist.sendBack(act, dossier, step, typed.value("to"), typed.value("reason"));
            case APPROVE -> leader.approve(act, dossier, step, typed.value("note"));
            case DENY -> leader.deny(act, dossier, step, typed.value("reason"));
            case EXTEND -> apologise(act, dossier, typed);
            case ISSUE -> results.issue(act, dossier, step, typed.value("number"), site());
            case TAKE_FEE -> cashier.takeCash(act, dossier, open(act, dossier).subject(), seen(typed));
            case TAKE_CARD ->
                cashier.takeCard(act, dossier, open(act, dossier).subject(), seen(typed), typed.value("slip"));
            case HAND_OVER -> oneStop.handOver(act, dossier, handOver(act, dossier, typed));
            case TAKE_SUPPLEMENT -> counter.supplement(act, open(act, dossier), typed, files);
            case TAKE_WITHDRAWAL -> counter.withdrawal(act, open(act, dossier), typed);
            case UNDO -> undos.undo(act, dossier);
        }
    }

    /** The field that a refusal is about; empty for the form as a whole. */
    static Optional<String> field(Refused refused, Typed typed) {
        return switch (refused.code()) {
            case DossierRefusal code ->
                switch (code) {
                    case REASON_MISSING -> Optional.of(typed.values().containsKey("what") ? "what" : "reason");
                    case TRANSFER_NOWHERE, NOT_OUT_OF_BOUNDS, PASSING_UNKNOWN, PASSING_SEVERAL, HIGHER_UNIT_MISSING ->
                        Optional.of("unit");
                    case WAIT_DAY_PAST -> Optional.of("until");
                    case AMOUNT_UNREADABLE -> Optional.of("amount");
                    case REVOCATION_DECISION_MISSING -> Optional.of("decision");
                    case AMENDMENT_EMPTY -> Optional.of("field.0");
                    case AMENDMENT_WRONG -> Optional.of("value." + amended(refused, typed));
                    case EXTENSION_DAYS -> Optional.of("days");
                    case FOREIGN_NUMBER_SHAPE, FOREIGN_NUMBER_TAKEN -> Optional.of("foreign");
                    case FEE_BEFORE_RECEPTION -> Optional.of("feeLater");
                    case RECIPIENT_MISSING -> Optional.of("toWhom");
                    case NO_WAY_BACK -> Optional.of("to");
                    case ENTRIES_INCOMPLETE ->
                        Optional.of(refused.arguments().get(1).toString());
                    case SUPPLEMENT_LIST_EMPTY -> Optional.of("what.0");
                    case SUPPLEMENT_LINE_INCOMPLETE -> Optional.of("what." + row(refused, typed));
                    case COMMAND_REUSED,
                            WRONG_STAGE,
                            DESTROYED,
                            PASSING_LINKED,
                            NOBODY_COMPETENT_FOR_STEP,
                            SEVERAL_COMPETENT_FOR_STEP,
                            CHANGED_BY_SOMEONE_ELSE,
                            NOTHING_TO_UNDO,
                            UNDO_TOO_LATE,
                            EXTENDED_BEFORE,
                            EXTENSION_TOO_LATE,
                            CLOCK_STANDS_STILL,
                            EXTENSION_OVER_NOW,
                            STILL_TO_BE_EXTENDED,
                            SUPPLEMENT_ASKED_BEFORE,
                            SUPPLEMENT_TWICE,
                            SUPPLEMENT_FIRST,
                            MISTAKE_REPORTED_BEFORE,
                            NO_MISTAKE_REPORTED,
                            AMENDMENT_UNANSWERED,
                            SUPPLEMENT_NOT_LAPSED,
                            WAIT_NOT_LAPSED,
                            PROPOSED_ALREADY,
                            NOTHING_PROPOSED,
                            OWN_PROPOSAL,
                            WITHDRAWAL_ASKED_BEFORE,
                            NO_WITHDRAWAL_ASKED,
                            WITHDRAWAL_UNANSWERED,
                            SUPPLEMENT_EMPTY,
                            NOT_AN_ACTION_OF_THIS_STEP,
                            STEP_TAKEN,
                            SECOND_OFFICER,
                            STEP_NOT_YOURS,
                            RESULT_LACKS_ENTRIES,
                            RESULT_ISSUED,
                            DENIED_PART,
                            RESULT_NOT_ISSUED,
                            FEE_NOT_SETTLED -> Optional.empty();
                };
            case DeskRefusal code ->
                switch (code) {
                    case IDENTITY_NOT_CONFIRMED -> Optional.of("checked");
                    case SOMEBODY_ELSE_WITHOUT_PAPER -> Optional.of("paper");
                    case CARD_UNREADABLE -> Optional.of("card");
                    case WHO_CAME_MISSING, ORGANISATION_WITHOUT_REPRESENTATIVE -> Optional.of("toWhom");
                    case FILE_NOT_TAKEN ->
                        Optional.of("file." + refused.arguments().getFirst());
                    case HAND_OVER_WAY_MISSING -> Optional.of("how");
                    case RESULT_NUMBER_MISSING, RESULT_NUMBER_IS_NONE -> Optional.of("number");
                    case BOOK_TOO_LONG_FOR_PAPER, TOO_MANY_FILES_AT_A_LINE -> Optional.empty();
                };
            case PaymentRefusal code when code == PaymentRefusal.CARD_SLIP -> Optional.of("slip");
            case ResultRefusal code
            when code == ResultRefusal.RESULT_NUMBER_TAKEN || code == ResultRefusal.RESULT_TEXT_TAKEN ->
                Optional.of("number");
            default -> Optional.empty();
        };
    }

    private void receive(Act act, DossierId dossier, Typed typed) {
        var foreign = Optional.of(typed.value("foreign")).filter(it -> !it.isBlank());
        if (typed.chosen("then", "keep")) {
            oneStop.receiveAndKeep(act, dossier, foreign, typed.value("feeLater"));
        } else {
            oneStop.receive(act, dossier, foreign, typed.value("feeLater"));
        }
    }

    private void complete(Act act, DossierId dossier, String step, Typed typed) {
        var opened = open(act, dossier);
        var entries =
                catalogue.revision(opened.filed().revision()).runnableContent().entries();
        var entered =
                entries.at(step) ? entries.parse(step, typed.values(), opened.answers()) : Map.<String, Object>of();
        specialist.complete(act, dossier, step, typed.value("note"), entered);
    }

    /** Before reception the one-stop asks, afterwards the officer of the step. */
    private void supplement(Act act, DossierId dossier, String step, Typed typed) {
        var opened = open(act, dossier);
        if (opened.stage().kind() == StageKind.SUBMITTED) {
            oneStop.requestSupplement(act, dossier, lines(opened, typed));
        } else {
            specialist.requestSupplement(act, dossier, step, lines(opened, typed));
        }
    }

    /** The lines that say anything; a required document stands for what is needed of it. */
    private List<SupplementRequest.Line> lines(Opened dossier, Typed typed) {
        Map<String, String> documents =
                catalogue.revision(dossier.filed().revision()).runnableContent().documents().stream()
                        .collect(Collectors.toMap(it -> it.id(), it -> it.name(Language.VI)));
        var lines = new ArrayList<SupplementRequest.Line>();
        for (var row : rows(typed)) {
            var document = Optional.of(typed.value("document." + row)).filter(documents::containsKey);
            var typedWhat = typed.value("what." + row);
            var what = typedWhat.isBlank() ? document.map(documents::get).orElse("") : typedWhat;
            lines.add(new SupplementRequest.Line(what, typed.value("why." + row), document));
        }
        return lines;
    }

    /** The rows of the list in which something stands. */
    private static List<Integer> rows(Typed typed) {
        return Stream.iterate(0, it -> it < 100, it -> it + 1)
                .filter(row -> Stream.of("document.", "what.", "why.")
                        .anyMatch(it -> !typed.value(it + row).isBlank()))
                .toList();
    }

    private static int row(Refused refused, Typed typed) {
        int line = refused.arguments().getFirst() instanceof Integer number ? number : 1;
        return rows(typed).get(line - 1);
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private AmendedResult amendedResult(Act act, DossierId dossier, Typed typed) {
        var opened = open(act, dossier);
        var procedure = catalogue.revision(opened.filed().revision()).runnableContent();
        var corrected = Amended.read(procedure, opened, known.of(opened.filed().circumstances()), typed);
        if (corrected.isEmpty()) {
            throw new Refused(DossierRefusal.AMENDMENT_EMPTY);
        }
        results.mayBeNumbered(opened, typed.value("number"), act.now());
        return new AmendedResult(
                corrected, draft.amended(opened.correctedBy(corrected), typed.value("number"), act.now()));
    }

    private static Revocation revocation(Typed typed) {
        var ground = Arrays.stream(Revocation.Ground.values())
                .filter(it -> typed.chosen("ground", it.name()))
                .findFirst()
                .orElse(Revocation.Ground.UNLAWFUL);
        return new Revocation(ground, typed.value("decision"), typed.value("reason"));
    }

    /** The row in which that field was corrected. */
    private static int amended(Refused refused, Typed typed) {
        return Stream.iterate(0, it -> it < Amended.ROWS, it -> it + 1)
                .filter(it -> typed.value("field." + it)
                        .equals(refused.arguments().getFirst().toString()))
                .findFirst()
                .orElse(0);
    }

    /** The act that the form showed, and no other. */
    private void apologise(Act act, DossierId dossier, Typed typed) {
        if (typed.chosen("late", "yes")) {
            leader.apologise(act, dossier, days(typed), typed.value("reason"));
        } else {
            leader.extend(act, dossier, days(typed), typed.value("reason"));
        }
    }

    /** How many days were typed; zero for what is no number. */
    private static int days(Typed typed) {
        var days = typed.value("days").strip();
        return days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0;
    }

    /** What was typed as an amount of đồng; empty for nothing. */
    private static Optional<Dong> amount(Typed typed) {
        var amount = typed.value("amount").replaceAll("[.\\s₫đ]", "");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (!amount.matches("[1-9]\\d{0,13}")) {
            throw new Refused(DossierRefusal.AMOUNT_UNREADABLE);
        }
        return Optional.of(new Dong(Long.parseLong(amount)));
    }

    /** The last day that was typed; empty for none. */
    private static Optional<LocalDate> until(Typed typed) {
        try {
            return Optional.of(typed.value("until").strip())
                    .filter(it -> !it.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            throw new Refused(DossierRefusal.WAIT_DAY_PAST);
        }
    }

    /** The unit that was chosen; empty for none. */
    private static Optional<UnitId> unit(Typed typed) {
        try {
            return Optional.of(typed.value("unit"))
                    .filter(it -> !it.isBlank())
                    .map(it -> new UnitId(UUID.fromString(it)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The agency that was chosen; the national one, where nothing is received, for none. */
    private static TenantId agency(Typed typed) {
        var agency = typed.value("agency");
        return agency.matches("\\d{1,9}") ? new TenantId(Integer.parseInt(agency)) : TenantId.NATIONAL;
    }

    private static WaitKind kind(Typed typed) {
        return typed.chosen("kind", WaitKind.FIELD_CHECK.name()) ? WaitKind.FIELD_CHECK : WaitKind.AGENCY;
    }

    private static int seen(Typed typed) {
        var seen = typed.value("seen");
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1;
    }

    private HandOver handOver(Act act, DossierId dossier, Typed typed) {
        var how = Stream.of(HandOver.How.values())
                .filter(it -> typed.chosen("how", it.name()))
                .findFirst()
                .orElseThrow(() -> new Refused(DeskRefusal.HAND_OVER_WAY_MISSING));
        if (how != HandOver.How.COUNTER) {
            return new HandOver(how, typed.value("toWhom"));
        }
        var recipient = CounterActs.checked(open(act, dossier), typed);
        return new HandOver(how, recipient.written());
    }

    private Opened open(Act act, DossierId dossier) {
        return reading.open((OfficerAt) act.by(), dossier, act.now());
    }
}
