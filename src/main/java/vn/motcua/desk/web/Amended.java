package vn.motcua.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.Opened;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** What of a result can be corrected, and how it is typed: texts and days that stand in the result. */
final class Amended {

    /** How many can be corrected at once. */
    static final int ROWS = 3;

    private static final Set<Kind> KINDS =
            Set.of(Kind.TEXT, Kind.TEXTAREA, Kind.PERSON_NAME, Kind.CITIZEN_ID, Kind.PHONE, Kind.AGENCY, Kind.DATE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private Amended() {}

    /** The fields to choose from, each with how it stands there now. */
    static List<Choice> choices(ProcedurePackage procedure, Opened dossier, Speech speech) {
        var choices = new ArrayList<>(List.of(new Choice("", speech.t("desk.act.propose-amendment.none"))));
        fields(procedure)
                .forEach(it -> choices.add(new Choice(
                        it.id(),
                        speech.t(
                                "desk.act.propose-amendment.stands",
                                it.label().in(speech.language()),
                                shown(it, Optional.ofNullable(dossier.answers().get(it.id())))))));
        return choices;
    }

    /** The answers as they are right; refuses what the form would not take. */
    static Map<String, Object> read(ProcedurePackage procedure, Opened dossier, Facts facts, Typed typed) {
        var corrected = new LinkedHashMap<String, Object>();
        for (int row = 0; row < ROWS; row++) {
            var id = typed.value("field." + row);
            var value = Text.clean(typed.value("value." + row));
            var field = fields(procedure).filter(it -> it.id().equals(id)).findFirst();
            if (field.isPresent()) {
                corrected.put(id, value(field.get(), value));
            }
        }
        var form = procedure.entries().form();
        var before = problems(form.validate(dossier.answers(), facts));
        var after = problems(form.validate(dossier.correctedBy(corrected).answers(), facts));
        corrected.keySet().stream()
                .filter(it -> after.contains(it) && !before.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(DossierRefusal.AMENDMENT_WRONG, it);
                });
        return corrected;
    }

    private static List<String> problems(List<Problem> problems) {
        return problems.stream().map(Problem::fieldId).toList();
    }

    private static Stream<Field> fields(ProcedurePackage procedure) {
        var places = procedure.result().places();
        return procedure
                .entries()
                .form()
                .definition()
                .fields()
                .filter(it -> KINDS.contains(it.kind()) && places.contains(it.id()));
    }

    private static Object value(Field field, String typed) {
        if (typed.isEmpty()) {
            throw new Refused(DossierRefusal.AMENDMENT_WRONG, field.id());
        }
        if (field.kind() != Kind.DATE) {
            return typed;
        }
        try {
            return LocalDate.parse(typed, DAY).toString();
        } catch (DateTimeException _) {
            throw new Refused(DossierRefusal.AMENDMENT_WRONG, field.id());
        }
    }

    private static String shown(Field field, Optional<Object> answer) {
        var text = answer.map(Object::toString).orElse("");
        return field.kind() == Kind.DATE && text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? VietnamTime.day(LocalDate.parse(text))
                : text;
    }
}
