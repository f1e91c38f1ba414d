package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.LegalText;
import vn.motcua.catalogue.ProcedureRecord.ServiceLevel;
import vn.motcua.catalogue.PublishedCase;
import vn.motcua.catalogue.PublishedDocument;
import vn.motcua.shared.VietnamTime;

/** Puts the published record into words: what it says, and what it lacks. */
final class PublishedViews {

    private PublishedViews() {}

    static PublishedView of(ProcedureRecord record, RecordWords words) {
        var general = record.cases().stream().filter(it -> it.name().isEmpty()).toList();
        return new PublishedView(
                new PublishedView.CaseOf(
                        "",
                        "",
                        general.stream()
                                .flatMap(it -> it.documents().stream())
                                .map(it -> paper(it, words))
                                .toList(),
                        general.stream()
                                .flatMap(it -> it.steps().stream())
                                .map(PublishedViews::lines)
                                .toList()),
                record.cases().stream()
                        .filter(it -> !it.name().isEmpty())
                        .map(it -> of(it, words))
                        .toList(),
                agencies(record, words),
                record.requirements().isEmpty() ? List.of() : lines(record.requirements()),
                partial(record, words),
                lacking(record).stream()
                        .map(it -> words.t("catalogue.lacks." + it))
                        .toList());
    }

    /** The ways of filing, each with its times and fees. */
    static List<ProcedureView.Way> ways(ProcedureRecord record, RecordWords words) {
        return record.channels().stream()
                .map(it -> new ProcedureView.Way(
                        words.channel(it.method()),
                        words.time(it),
                        words.fees(it),
                        it.note().lines().toList()))
                .toList();
    }

    /** A legal text with as much as the record gives: number, name, issuer, day. */
    static String legal(LegalText it, RecordWords words) {
        var text = new ArrayList<String>();
        if (!it.number().isEmpty() && !it.name().contains(it.number())) {
            text.add(it.number());
        }
        if (!it.name().isEmpty()) {
            text.add(it.name());
        }
        var said = String.join(": ", text);
        var by = new ArrayList<String>();
        if (!it.issuer().isEmpty()) {
            by.add(it.issuer());
        }
        it.date().ifPresent(day -> by.add(words.t("catalogue.legal.day", VietnamTime.day(day))));
        return by.isEmpty() ? said : said + " (" + String.join(", ", by) + ")";
    }

    private static PublishedView.CaseOf of(PublishedCase it, RecordWords words) {
        return new PublishedView.CaseOf(
                it.name(),
                it.times().stream().map(words::time).collect(Collectors.joining("; ")),
                it.documents().stream().map(one -> paper(one, words)).toList(),
                it.steps().stream().map(PublishedViews::lines).toList());
    }

    private static ProcedureView.Paper paper(PublishedDocument it, RecordWords words) {
        var remarks = new ArrayList<String>();
        if (it.originals().isEmpty() && it.copies().isEmpty()) {
            remarks.add(words.t("catalogue.paper.countUnknown"));
        }
        it.originals().filter(one -> one > 0).ifPresent(one -> remarks.add(words.t("catalogue.paper.originals", one)));
        it.copies().filter(one -> one > 0).ifPresent(one -> remarks.add(words.t("catalogue.paper.copies", one)));
        if (!it.form().isEmpty()) {
            remarks.add(words.t("catalogue.paper.form.named", it.form()));
        }
        if (!it.code().isEmpty()) {
            remarks.add(words.t("catalogue.paper.code", it.code()));
        }
        var eForm = it.eForm();
        return new ProcedureView.Paper(
                it.name(),
                eForm ? "pencil" : "file",
                words.t(eForm ? "catalogue.paper.online" : "catalogue.paper.bring"),
                "",
                String.join(" ", remarks));
    }

    private static List<PublishedView.Agencies> agencies(ProcedureRecord record, RecordWords words) {
        return Arrays.stream(AgencyRole.values())
                .map(role -> new PublishedView.Agencies(
                        words.t("catalogue.agency." + role.name()),
                        record.agencies().stream()
                                .filter(it -> it.role() == role)
                                .map(ProcedureRecord.Agency::name)
                                .toList()))
                .filter(it -> !it.names().isEmpty())
                .toList();
    }

    private static String partial(ProcedureRecord record, RecordWords words) {
        if (record.serviceLevel() != ServiceLevel.PARTIAL) {
            return "";
        }
        return record.partialReason().isEmpty()
                ? words.t("catalogue.partial.unknown")
                : words.t("catalogue.partial.reason", record.partialReason());
    }

    /** The parts that NĐ 63/2010 Điều 8 khoản 2 demands of every procedure. */
    private static List<String> lacking(ProcedureRecord record) {
        var lacking = new ArrayList<String>();
        if (record.cases().stream().allMatch(it -> it.steps().isEmpty())) {
            lacking.add("steps");
        }
        if (record.channels().isEmpty()) {
            lacking.add("ways");
        }
        if (record.documents().isEmpty()) {
            lacking.add("documents");
        }
        if (record.channels().stream().allMatch(it -> it.times().isEmpty())
                && record.cases().stream().allMatch(it -> it.times().isEmpty())) {
            lacking.add("time");
        }
        if (record.subjects().isEmpty()) {
            lacking.add("subjects");
        }
        if (record.agencies().isEmpty()) {
            lacking.add("agencies");
        }
        if (record.requirements().isEmpty()) {
            lacking.add("requirements");
        }
        return lacking;
    }

    private static List<String> lines(String text) {
        return text.lines().filter(it -> !it.isBlank()).toList();
    }
}
