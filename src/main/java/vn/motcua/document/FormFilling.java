package vn.motcua.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.document.FilledForm.Content;

/** What each paper fills into its form. */
final class FormFilling {

    private FormFilling() {}

    static Content of(Acknowledgement paper) {
        var values = values(paper.dossierNumber(), paper.applicant(), paper.subject());
        values.put("copies", paper.copies());
        values.put("timeLimit", paper.timeLimit());
        values.put("receivedAt", paper.receivedAt());
        values.put("dueAt", paper.dueAt());
        values.put("handOver", paper.handOver());
        values.put("fee", paper.fee());
        values.put("book", paper.book());
        values.put("tracking", paper.trackingCode());
        var papers = new ArrayList<Map<String, String>>();
        paper.papers()
                .forEach(it -> papers.add(Map.of(
                        "no", Integer.toString(papers.size() + 1),
                        "name", it.name(),
                        "form", it.form(),
                        "count", it.count())));
        return new Content(
                paper.head(),
                paper.size(),
                values,
                Map.of(
                        "papers", papers,
                        "signatures", signed(paper.submitter(), paper.receiver()),
                        "notes",
                                paper.notes().stream()
                                        .map(it -> Map.of("note", it))
                                        .toList()),
                paper.dossierNumber(),
                paper.trackingAddress());
    }

    static Content of(SupplementSlip paper) {
        var values = values(paper.dossierNumber(), paper.applicant(), paper.subject());
        values.put("until", paper.until());
        values.put("contact", paper.contact());
        values.put("tracking", paper.followed().code());
        var demands = new ArrayList<Map<String, String>>();
        paper.demands()
                .forEach(it -> demands.add(
                        Map.of("no", Integer.toString(demands.size() + 1), "what", it.what(), "reason", it.reason())));
        return new Content(
                paper.head(),
                paper.size(),
                values,
                Map.of("demands", demands, "signatures", List.of(Map.of("receiver", paper.receiver()))),
                bar(paper.dossierNumber(), paper.followed()),
                paper.followed().address());
    }

    static Content of(TurnAwaySlip paper) {
        var values = values(paper.dossierNumber(), paper.applicant(), paper.subject());
        values.put("unit", paper.head().unit());
        values.put("contact", paper.contact());
        values.put("tracking", paper.followed().code());
        values.put("verifyCode", paper.verifyCode());
        values.put("verifyAddress", paper.verifyAddress());
        var reasons = new ArrayList<Map<String, String>>();
        paper.reasons().forEach(it -> reasons.add(Map.of("no", Integer.toString(reasons.size() + 1), "reason", it)));
        return new Content(
                paper.head(),
                paper.size(),
                values,
                Map.of("reasons", reasons, "signatures", signed(paper.submitter(), paper.receiver())),
                bar(paper.dossierNumber(), paper.followed()),
                paper.verifyAddress().isEmpty() ? paper.followed().address() : paper.verifyAddress());
    }

    static Content of(ApologySlip paper) {
        var values = values(paper.dossierNumber(), paper.applicant(), paper.subject());
        values.put("received", paper.received());
        values.put("promised", paper.promised());
        values.put("ahead", paper.over() ? "" : paper.promised());
        values.put("passed", paper.over() ? paper.promised() : "");
        values.put("missed", paper.tooLate() ? paper.promised() : "");
        values.put("reason", paper.reason());
        values.put("due", paper.due());
        values.put("tracking", paper.followed().code());
        return new Content(
                paper.head(),
                paper.size(),
                values,
                Map.of("signatures", List.of(Map.of("position", paper.position(), "signer", paper.signer()))),
                bar(paper.dossierNumber(), paper.followed()),
                paper.followed().address());
    }

    static Content of(HaltSlip paper) {
        var values = values(paper.dossierNumber(), paper.applicant(), paper.subject());
        values.put("received", paper.received());
        values.put("unit", paper.head().unit());
        values.put("reason", paper.reason());
        values.put("returned", paper.returned());
        values.put("tracking", paper.followed().code());
        return new Content(
                paper.head(),
                paper.size(),
                values,
                Map.of("signatures", List.of(Map.of("position", paper.position(), "signer", paper.signer()))),
                bar(paper.dossierNumber(), paper.followed()),
                paper.followed().address());
    }

    static Content of(ControlSlip paper) {
        var rows = paper.rows().stream()
                .map(it -> Map.of(
                        "unit", it.unit(),
                        "step", it.step(),
                        "gave", it.gave(),
                        "giver", it.giver(),
                        "received", it.received(),
                        "receiver", it.receiver(),
                        "outcome", it.outcome(),
                        "remark", it.remark()))
                .toList();
        return new Content(
                paper.head(),
                paper.size(),
                Map.of(
                        "number", paper.dossierNumber(),
                        "applicant", paper.applicant(),
                        "subject", paper.subject(),
                        "lead", paper.lead(),
                        "coordinating", paper.coordinating()),
                Map.of("passage", rows),
                paper.dossierNumber(),
                paper.address());
    }

    static Content of(BookPaper paper) {
        var rows = new ArrayList<Map<String, String>>();
        for (var line : paper.rows()) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < BookPaper.CELLS.size(); i++) {
                row.put(BookPaper.CELLS.get(i), line.get(i));
            }
            rows.add(row);
        }
        return new Content(paper.head(), PaperSize.A4, Map.of("period", paper.period()), Map.of("lines", rows), "", "");
    }

    private static Map<String, String> values(String number, PaperParty party, String subject) {
        var values = new LinkedHashMap<String, String>();
        values.put("number", number);
        values.put("applicant", party.name());
        values.put("address", party.address());
        values.put("phone", party.phone());
        values.put("email", party.email());
        values.put("subject", subject);
        return values;
    }

    /** The legal number; before there is one, the code by which the counter finds the dossier. */
    private static String bar(String number, Followed followed) {
        return number.isEmpty() ? followed.code().replace(" ", "") : number;
    }

    private static List<Map<String, String>> signed(String submitter, String receiver) {
        return List.of(Map.of("submitter", submitter, "receiver", receiver));
    }
}
