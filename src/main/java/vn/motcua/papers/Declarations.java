package vn.motcua.papers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.Declaration;
import vn.motcua.document.Declaration.Part;
import vn.motcua.document.Declaration.Signature;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Kind;
import vn.motcua.form.Places;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** Writes the declaration (tờ khai) of an e-form from its definition: with the answers of a dossier, or blank. */
@Component
public class Declarations {

    /** The version of the layout; it is our own, since no form's official layout was at hand. */
    private static final String LAYOUT = "/2026-11";

    private static final String SIGN = "(Ký và ghi rõ họ tên)";
    private static final int FEW_CHOICES = 8;
    private static final int EMPTY_ROWS = 4;

    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Places places;
    private final Messages messages;

    Declarations(Catalogue catalogue, KnownFacts known, Places places, Messages messages) {
        this.catalogue = catalogue;
        this.known = known;
        this.places = places;
        this.messages = messages;
    }

    /**
     * As it was filled in: what was asked with these answers, section by section; what was left empty is a dotted line.
     *
     * @param to the agency it is addressed to
     * @param declarant who declares
     */
    public Declaration filled(
            RevisionId revision, Circumstances filed, Map<String, Object> answers, String to, String declarant) {
        return filled(
                revision,
                filed,
                answers,
                to,
                declarant,
                it -> it.isEmpty() ? usual(declarant) : confirmed(it, filed, declarant));
    }

    /**
     * The same of one that was also signed digitally.
     *
     * @param signed what stands in the place of the declarant's signature
     */
    public Declaration filled(
            RevisionId revision,
            Circumstances filed,
            Map<String, Object> answers,
            String to,
            String declarant,
            String signed) {
        return filled(
                revision,
                filed,
                answers,
                to,
                declarant,
                it -> theirs(it, declarant, one -> new Signature(one.who(), "", declarant, signed)));
    }

    /** As it is to be signed digitally: with room for the signature above the declarant's name. */
    public Declaration toBeSigned(
            RevisionId revision, Circumstances filed, Map<String, Object> answers, String to, String declarant) {
        return filled(
                revision,
                filed,
                answers,
                to,
                declarant,
                it -> theirs(it, declarant, one -> new Signature(one.who(), "(Ký số)", declarant, "", true)));
    }

    private Declaration filled(
            RevisionId revision,
            Circumstances filed,
            Map<String, Object> answers,
            String to,
            String declarant,
            UnaryOperator<List<Signature>> signatures) {
        var procedure = catalogue.revision(revision).runnableContent();
        var form = procedure.form();
        var facts = known.of(filed);
        var words = new AnswerWords(messages, Language.VI, places);
        var sections = new ArrayList<Declaration.Section>();
        var questions = form.fields(CompiledForm.QUESTIONS, answers, facts);
        if (!questions.isEmpty()) {
            sections.add(section("Trường hợp", "", answered(questions, answers, words)));
        }
        form.sections(answers, facts)
                .forEach(it -> sections.add(section(
                        it.title().in(Language.VI),
                        "",
                        answered(form.fields(it.id(), answers, facts), answers, words))));
        var places = form.definition().sections().stream()
                .flatMap(it -> form.fields(it.id(), answers, facts).stream())
                .filter(it -> it.kind() == Kind.SIGNATURE)
                .map(it -> signature(
                        it,
                        it.signs()
                                .map(signed -> answers.get(signed) instanceof String name ? name : "")
                                .orElse(declarant)))
                .toList();
        return declaration(procedure, form.definition(), to, sections, signatures.apply(places));
    }

    /** The one place that bears the declarant's name; where it is not known which, one more at the end. */
    private static List<Signature> theirs(List<Signature> named, String declarant, UnaryOperator<Signature> signed) {
        var places = named.isEmpty() ? usual(declarant) : named;
        var own = places.stream().filter(it -> sameName(it.name(), declarant)).toList();
        if (own.size() != 1) {
            return Stream.concat(
                            places.stream(), Stream.of(signed.apply(new Signature("Người ký số", "", declarant, ""))))
                    .toList();
        }
        return places.stream()
                .map(it -> it.equals(own.getFirst()) ? signed.apply(it) : it)
                .toList();
    }

    /**
     * Who filed online has confirmed with their account the one place that bears their name; nobody else has, and where two
     * bear it nobody knows whose is which.
     */
    private static List<Signature> confirmed(List<Signature> places, Circumstances filed, String declarant) {
        var theirs =
                places.stream().filter(it -> sameName(it.name(), declarant)).toList();
        if (filed.channel() != Channel.ONLINE || theirs.size() != 1) {
            return places;
        }
        var day = VietnamTime.day(VietnamTime.dayOf(filed.at()));
        return places.stream()
                .map(it -> it.equals(theirs.getFirst())
                        ? new Signature(
                                it.who(), "", it.name(), "Đã xác nhận bằng tài khoản khi nộp trực tuyến ngày " + day)
                        : it)
                .toList();
    }

    /** With all marks: Mẩy and Mây are two people. */
    private static boolean sameName(String one, String other) {
        return !one.isBlank() && spelled(one).equals(spelled(other));
    }

    private static String spelled(String name) {
        return Text.clean(name).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Signature signature(Field field, String name) {
        return new Signature(
                label(field), field.hint().map(it -> it.in(Language.VI)).orElse(SIGN), name, "");
    }

    /** Of a form that names no places. */
    private static List<Signature> usual(String declarant) {
        return List.of(new Signature("Người khai", SIGN, declarant, ""));
    }

    /** Blank: all that may be asked, to be filled in by hand. */
    public Declaration blank(ProcedurePackage procedure) {
        var definition = procedure.form().definition();
        var sections = new ArrayList<Declaration.Section>();
        if (!definition.questions().isEmpty()) {
            sections.add(section("Trường hợp", "", empty(definition.questions())));
        }
        definition
                .sections()
                .forEach(it -> sections.add(section(
                        it.title().in(Language.VI),
                        it.when().map(_ -> "Chỉ khai khi thuộc trường hợp này.").orElse(""),
                        empty(it.fields()))));
        var places = definition
                .fields()
                .filter(it -> it.kind() == Kind.SIGNATURE)
                .map(it -> signature(it, ""))
                .toList();
        return declaration(procedure, definition, "", sections, places.isEmpty() ? usual("") : places);
    }

    private static Declaration declaration(
            ProcedurePackage procedure,
            FormDefinition form,
            String to,
            List<Declaration.Section> sections,
            List<Signature> signatures) {
        return new Declaration(
                form.id() + LAYOUT,
                form.title().in(Language.VI),
                "Thủ tục: %s (mã %s)"
                        .formatted(
                                procedure.name().in(Language.VI),
                                procedure.record().code()),
                to,
                sections.stream().filter(it -> !it.parts().isEmpty()).toList(),
                signatures);
    }

    private static Declaration.Section section(String title, String note, List<Part> parts) {
        return new Declaration.Section(title, note, parts);
    }

    private static List<Part> answered(List<Field> fields, Map<String, Object> answers, AnswerWords words) {
        return fields.stream()
                .filter(it -> it.kind() != Kind.SIGNATURE)
                .map(it -> answered(it, Optional.ofNullable(answers.get(it.id())), words))
                .toList();
    }

    private static Part answered(Field field, Optional<Object> answer, AnswerWords words) {
        if (field.kind() == Kind.TABLE) {
            var rows = answer.orElse(List.of()) instanceof List<?> given ? given : List.of();
            return new Part.Rows(
                    label(field),
                    columns(field),
                    rows.stream().map(row -> cells(field, row, words)).toList());
        }
        return new Part.Answer(label(field), words.say(field, answer));
    }

    private static List<String> cells(Field table, Object row, AnswerWords words) {
        return table.table().columns().stream()
                .map(it -> words.say(
                        it, row instanceof Map<?, ?> map ? Optional.ofNullable(map.get(it.id())) : Optional.empty()))
                .toList();
    }

    private List<Part> empty(List<Field> fields) {
        return fields.stream()
                .filter(it -> it.kind() != Kind.SIGNATURE)
                .map(this::empty)
                .toList();
    }

    private Part empty(Field field) {
        return switch (field.kind()) {
            case TABLE -> {
                var row = Collections.nCopies(field.table().columns().size(), "");
                yield new Part.Rows(
                        label(field),
                        columns(field),
                        Collections.nCopies(Math.max(EMPTY_ROWS, field.table().minRows()), row));
            }
            case BOOLEAN, CONSENT ->
                new Part.Boxes(
                        label(field),
                        List.of(
                                messages.say(Language.VI, "form.answer.yes"),
                                messages.say(Language.VI, "form.answer.no")));
            case SELECT, CHOICES -> {
                var choices = field.choice().options().values().stream()
                        .map(it -> it.in(Language.VI))
                        .toList();
                yield choices.isEmpty() || choices.size() > FEW_CHOICES
                        ? new Part.Answer(label(field), "")
                        : new Part.Boxes(label(field), choices);
            }
            case FILE -> new Part.Answer(label(field), "kèm theo tờ khai này");
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    ADDRESS,
                    AGENCY,
                    SIGNATURE -> new Part.Answer(label(field), "");
        };
    }

    private static List<String> columns(Field table) {
        return table.table().columns().stream().map(Declarations::label).toList();
    }

    private static String label(Field field) {
        return field.label().in(Language.VI);
    }
}
