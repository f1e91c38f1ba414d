package vn.motcua.portal.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.StageKind;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Dossiers of an applicant as lines of a list, newest first. */
@Component
class MyLines {

    private final Messages messages;

    MyLines(Messages messages) {
        this.messages = messages;
    }

    List<MyView.Line> lines(List<MyDossier> mine, Language language) {
        return mine.stream()
                .sorted(Comparator.comparing(MyDossier::filedAt).reversed())
                .map(it -> new MyView.Line(
                        "/my/" + it.word(),
                        it.procedureName(),
                        it.applicant(),
                        it.number()
                                .map(DossierNumber::value)
                                .orElseGet(() -> messages.say(language, "portal.noNumber")),
                        it.stageName(),
                        tone(it.stage()),
                        icon(it.stage()),
                        VietnamTime.moment(it.filedAt()),
                        it.due()
                                .filter(_ -> running(it.stage()))
                                .map(VietnamTime::moment)
                                .orElse("")))
                .toList();
    }

    private static boolean running(StageKind stage) {
        return stage == StageKind.RECEIVED || stage == StageKind.IN_PROCESS;
    }

    private static String tone(StageKind stage) {
        return switch (stage) {
            case SUBMITTED, RECEIVED, IN_PROCESS, AWAITING_ANSWER -> "info";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, AWAITING_PAYMENT -> "warn";
            case RESOLVED, HANDED_OVER -> "good";
            case TURNED_AWAY -> "bad";
            case WITHDRAWN, HALTED, PASSED_ACROSS -> "";
        };
    }

    private static String icon(StageKind stage) {
        return switch (stage) {
            case SUBMITTED, RECEIVED, IN_PROCESS, AWAITING_ANSWER -> "clock";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, AWAITING_PAYMENT, TURNED_AWAY -> "warning";
            case RESOLVED, HANDED_OVER -> "check";
            case WITHDRAWN, HALTED, PASSED_ACROSS -> "file";
        };
    }
}
