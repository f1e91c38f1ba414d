package vn.motcua.desk;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.AgencyFact;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ResultTemplate;
import vn.motcua.document.FileKind;
import vn.motcua.document.Followed;
import vn.motcua.document.PaperSize;
import vn.motcua.document.Printing;
import vn.motcua.document.ResultPaper;
import vn.motcua.document.StoredFiles;
import vn.motcua.document.TurnAwaySlip;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Stage;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Field;
import vn.motcua.form.Places;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.OfficerTitles;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.result.Draft;
import vn.motcua.result.SigningTitles;
import vn.motcua.result.Turn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/**
 * The result of a dossier as a paper, from the procedure's template and the answers, marked as not yet signed. A denial
 * becomes a refusal slip with its reason (Mẫu 03).
 */
@Service
public class ResultDraft {

    /** Templates set facts side by side with two spaces. */
    private static final Pattern BESIDE = Pattern.compile(" {2,}");

    private static final Pattern LABELLED = Pattern.compile("([^:]{2,60}): (.+)");

    private final Printing printing;
    private final PrintedPapers papers;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final Units units;
    private final Kinds kinds;
    private final SigningTitles titles;
    private final OfficerTitles officers;
    private final Clock clock;
    private final Places places;
    private final Messages messages;

    ResultDraft(
            Printing printing,
            PrintedPapers papers,
            StoredFiles files,
            Catalogue catalogue,
            Units units,
            Kinds kinds,
            SigningTitles titles,
            OfficerTitles officers,
            Clock clock,
            Places places,
            Messages messages) {
        this.printing = printing;
        this.papers = papers;
        this.files = files;
        this.catalogue = catalogue;
        this.units = units;
        this.kinds = kinds;
        this.titles = titles;
        this.officers = officers;
        this.clock = clock;
        this.places = places;
        this.messages = messages;
    }

    /**
     * What makes a paper one that counts.
     *
     * @param verifyAddress behind its QR code
     * @param verifyCode its code in words
     * @param signed whether signatures follow, so that it is not marked as unsigned
     * @param leader who signs; who decided where it is empty
     */
    record Marks(String verifyAddress, String verifyCode, boolean signed, Optional<Draft.Leader> leader) {

        static final Marks NONE = new Marks("", "", false, Optional.empty());
    }

    /**
     * The result as PDF, to be looked at.
     *
     * @param number its own number; empty leaves room for it
     */
    public byte[] pdf(Opened dossier, String number, Instant now) {
        return pdf(dossier, number, now, Marks.NONE);
    }

    byte[] pdf(Opened dossier, String number, Instant now, Marks marks) {
        var issuer = issuer(dossier);
        var decided = dossier.last(DossierResolved.class).orElseThrow();
        return switch (((DossierResolved) decided.event()).outcome()) {
            case Outcome.Granted _ -> {
                var facts = new LinkedHashMap<String, Object>();
                var paper = granted(dossier, procedure(dossier), issuer, marks, number, now, facts);
                yield marks.verifyCode().isEmpty()
                        ? printing.print(paper)
                        : printing.print(paper, data(dossier, issuer, marks, number, now, facts), now);
            }
            case Outcome.Denied(var reason) -> {
                var paper = new TurnAwaySlip(
                        papers.head(issuer, number, now),
                        PaperSize.A4,
                        dossier.stage()
                                .received()
                                .map(it -> it.number().value())
                                .orElse(""),
                        papers.party(dossier),
                        papers.subject(dossier),
                        List.of(reason),
                        "",
                        "",
                        marks.leader().map(Draft.Leader::name).orElse(decided.who()),
                        marks.verifyAddress(),
                        marks.verifyCode(),
                        Followed.NOT);
                yield marks.verifyCode().isEmpty()
                        ? printing.print(paper)
                        : printing.print(
                                paper, data(dossier, issuer, marks, number, now, Map.of("denied", reason)), now);
            }
        };
    }

    ProcedurePackage procedure(Opened dossier) {
        return catalogue.revision(dossier.filed().revision()).runnableContent();
    }

    /** Makes the result and keeps it in the tenant's files; refuses without a number. */
    public vn.motcua.dossier.ResultPaper keep(Opened dossier, String typed, Instant now) {
        var number = ResultDesk.number(typed);
        var content = pdf(dossier, number, now);
        var file = files.keep(
                new ByteArrayInputStream(content), "ket-qua-" + number.replace('/', '-') + ".pdf", FileKind.PDF);
        return new vn.motcua.dossier.ResultPaper(number, file.id());
    }

    /**
     * Makes the result that would take the place of the issued one, which it names.
     *
     * @param dossier with its answers as they are right
     */
    public vn.motcua.dossier.ResultPaper amended(Opened dossier, String typed, Instant now) {
        return keep(dossier, typed, now);
    }

    /** What the paper says, for programs: who gives it, its number and code, and the facts that the template prints. */
    private byte[] data(
            Opened dossier, UnitId issuer, Marks marks, String number, Instant now, Map<String, Object> facts) {
        var revision = catalogue.revision(dossier.filed().revision());
        var words = new LinkedHashMap<String, Object>();
        words.put("format", "motcua-result/1");
        words.put("issuer", units.unit(issuer).map(Unit::name).orElse(""));
        words.put("number", number);
        words.put("day", VietnamTime.dayOf(now).toString());
        words.put("code", marks.verifyCode());
        words.put("verify", marks.verifyAddress());
        words.put("procedure", Map.of("code", revision.code(), "name", revision.name(Language.VI)));
        words.put(
                "dossier",
                dossier.stage().received().map(it -> it.number().value()).orElse(""));
        words.put("facts", facts);
        return JsonMapper.shared().writeValueAsBytes(words);
    }

    /**
     * The paper of a result that is granted.
     *
     * @param facts gets what the template prints
     */
    ResultPaper granted(
            Opened dossier,
            ProcedurePackage procedure,
            UnitId issuer,
            Marks marks,
            String number,
            Instant now,
            Map<String, Object> facts) {
        var leader = marks.leader().orElseGet(() -> decider(dossier, procedure));
        var values = values(dossier, procedure.entries().form(), issuer, number, now);
        var filled = procedure.result().fill(place -> {
            var said = values.apply(place);
            said.ifPresent(it -> facts.put(place, dossier.answers().getOrDefault(place, it)));
            return said;
        });
        return new ResultPaper(
                papers.head(issuer, number, now),
                PaperSize.A4,
                filled.title(),
                "",
                filled.grounds(),
                sections(dossier, filled),
                new ResultPaper.Signer(
                        authority(procedure.result(), issuer, leader.officer()), leader.position(), leader.name()),
                CoSigner.printed(dossier, procedure, leader.officer()),
                List.of(dossier.filed().applicant().name() + ";", "Lưu: VT, hồ sơ."),
                marks.verifyAddress(),
                marks.verifyCode(),
                marks.signed());
    }

    /** Who signs before the leader, in their order. */
    List<Draft.Signer> signers(Opened dossier, OfficerId leader) {
        return CoSigner.of(dossier, procedure(dossier), leader).stream()
                .map(it -> new Draft.Signer(
                        it.officer(),
                        title(it.officer(), kinds.roleName(it.rule().role(), Language.VI)),
                        switch (it.rule().place()) {
                            case INITIALS -> Turn.What.INITIALS;
                            case BESIDE -> Turn.What.BESIDE;
                        }))
                .toList();
    }

    private Function<String, Optional<String>> values(
            Opened dossier, CompiledForm form, UnitId issuer, String number, Instant now) {
        var words = new AnswerWords(messages, Language.VI, places);
        var definition = form.definition();
        var day = VietnamTime.dayOf(now);
        return place -> AgencyFact.at(place)
                .map(fact -> switch (fact) {
                    case AGENCY_NAME -> units.unit(issuer).map(Unit::name);
                    case REGISTER_NUMBER -> Optional.of(number.replaceFirst("/.*", ""));
                    case REGISTER_YEAR -> Optional.of(Integer.toString(day.getYear()));
                    case REGISTER_DATE, DECISION_DATE -> Optional.of(VietnamTime.day(day));
                    case BIRTH_DATE_IN_WORDS -> spelled(dossier.answers().get("child.birthDate"));
                    case DOSSIER_NUMBER ->
                        dossier.stage().received().map(it -> it.number().value());
                })
                .orElseGet(() -> Stream.concat(definition.questions().stream(), definition.fields())
                        .filter(it -> it.id().equals(place))
                        .findFirst()
                        .map(it -> said(words, it, dossier)));
    }

    private static Optional<String> spelled(@Nullable Object isoDay) {
        return isoDay instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Optional.of(SpelledDate.of(LocalDate.parse(text)))
                : Optional.empty();
    }

    private static String said(AnswerWords words, Field field, Opened dossier) {
        return words.say(field, Optional.ofNullable(dossier.answers().get(field.id())));
    }

    /** The template's, and which result this one takes the place of. */
    private List<ResultPaper.Section> sections(Opened dossier, ResultTemplate.Filled filled) {
        var sections = new ArrayList<>(sections(filled));
        dossier.result()
                .map(it -> messages.say(Language.VI, "desk.result.replaces", it.number()))
                .ifPresent(it -> sections.add(new ResultPaper.Section("", List.of(), List.of(it))));
        return sections;
    }

    /** Lines of "label: value" stand in columns, everything else as a paragraph, in the order of the template. */
    private static List<ResultPaper.Section> sections(ResultTemplate.Filled filled) {
        var sections = new ArrayList<ResultPaper.Section>();
        var facts = new ArrayList<ResultPaper.Line>();
        for (var line : filled.lines()) {
            for (var part : BESIDE.split(line, -1)) {
                var labelled = LABELLED.matcher(part);
                if (labelled.matches()) {
                    facts.add(new ResultPaper.Line(labelled.group(1), labelled.group(2)));
                } else {
                    close(facts, sections);
                    sections.add(new ResultPaper.Section("", List.of(), List.of(part)));
                }
            }
        }
        close(facts, sections);
        return sections;
    }

    private static void close(List<ResultPaper.Line> facts, List<ResultPaper.Section> sections) {
        if (!facts.isEmpty()) {
            sections.add(new ResultPaper.Section("", List.copyOf(facts), List.of()));
            facts.clear();
        }
    }

    /** The unit where it was decided. */
    UnitId issuer(Opened dossier) {
        var step = ((DossierResolved)
                        dossier.last(DossierResolved.class).orElseThrow().event())
                .step();
        return dossier.desk().finished().stream()
                .filter(it -> it.step().equals(step))
                .map(it -> it.unit())
                .findFirst()
                .orElse(dossier.filed().unit());
    }

    /** Lines above the title: of the operator's data, else of template or collective, above what administrators say of the officer. */
    private String authority(ResultTemplate template, UnitId issuer, OfficerId officer) {
        var above = template.authority().isEmpty() ? ofCollective(issuer) : template.authority();
        return titles.of(officer)
                .map(Capacity::authority)
                .or(() -> officers.of(officer, clock.instant()).map(it -> it.under(above)))
                .map(it -> String.join("\n", it))
                .orElse(above);
    }

    private String ofCollective(UnitId issuer) {
        return units.unit(issuer)
                .filter(it -> it.kind().endsWith("-committee"))
                .map(_ -> "TM. Ủy ban nhân dân")
                .orElse("");
    }

    /** Who decided, as they sign. */
    Draft.Leader decider(Opened dossier) {
        return decider(dossier, procedure(dossier));
    }

    private Draft.Leader decider(Opened dossier, ProcedurePackage procedure) {
        var decided = dossier.last(DossierResolved.class).orElseThrow();
        var step = ((DossierResolved) decided.event()).step();
        var officer = dossier.desk().finished().reversed().stream()
                .filter(it -> it.step().equals(step))
                .findFirst()
                .map(Desk.Finished::by)
                .orElseThrow(() -> new IllegalStateException("nobody decided " + dossier.id()));
        return new Draft.Leader(officer, decided.who(), title(dossier, officer, procedure));
    }

    /** The title of that officer on the paper: their own; else of a result the template's, of a refusal slip the role of who decided. */
    String title(Opened dossier, OfficerId officer) {
        return title(dossier, officer, procedure(dossier));
    }

    private String title(Opened dossier, OfficerId officer, ProcedurePackage procedure) {
        var decided = dossier.last(DossierResolved.class).orElseThrow();
        return title(
                officer,
                switch (((DossierResolved) decided.event()).outcome()) {
                    case Outcome.Granted _ -> procedure.result().signer();
                    case Outcome.Denied _ ->
                        decided.role()
                                .map(it -> kinds.roleName(it, Language.VI))
                                .orElse("");
                });
    }

    /** The title of that officer on a paper: their own, else that one. */
    String title(OfficerId officer, String otherwise) {
        return titles.of(officer)
                .or(() -> officers.of(officer, clock.instant()))
                .map(Capacity::title)
                .orElse(otherwise);
    }

    /** Whether a result can be made: it is decided. */
    public boolean possible(Opened dossier) {
        return dossier.stage() instanceof Stage.Resolved || dossier.stage() instanceof Stage.HandedOver;
    }
}
