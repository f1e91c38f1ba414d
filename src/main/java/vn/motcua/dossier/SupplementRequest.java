package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_LINE_INCOMPLETE;
import static vn.motcua.dossier.DossierRefusal.SUPPLEMENT_LIST_EMPTY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * All that an applicant is asked to bring or correct, in one list (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). It is asked
 * once and complete (NĐ 118/2025 Điều 17 khoản 2a, sửa đổi bởi NĐ 309/2026).
 *
 * @param lines what is asked, at least one
 * @param until the last day in Vietnam on which it can come; empty for one of a program that set none
 */
public record SupplementRequest(List<Line> lines, Optional<LocalDate> until) {

    /** Keeps its own copy; a list without a line is a bug here, {@link #asked} refuses it. */
    public SupplementRequest {
        lines = List.copyOf(lines);
    }

    /** A request without a last day. */
    public SupplementRequest(List<Line> lines) {
        this(lines, Optional.empty());
    }

    /** The request as an officer wrote it; refused when it asks nothing or a line does not say what and why. */
    static SupplementRequest asked(List<Line> written, LocalDate until) {
        return new SupplementRequest(written(written), Optional.of(until));
    }

    /** The lines as an officer wrote them, cleaned; refused when there is none or one does not say what and why. */
    static List<Line> written(List<Line> written) {
        if (written.isEmpty()) {
            throw new Refused(SUPPLEMENT_LIST_EMPTY);
        }
        var lines = written.stream().map(Line::cleaned).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).what().isEmpty() || lines.get(i).reason().isEmpty()) {
                throw new Refused(SUPPLEMENT_LINE_INCOMPLETE, i + 1);
            }
        }
        return lines;
    }

    /**
     * One thing asked.
     *
     * @param what to bring or to correct
     * @param reason why, with its ground
     * @param document the id of the required document that it concerns, if it is one
     */
    public record Line(String what, String reason, Optional<String> document) {

        /** A line about something that is no required document of the list. */
        public Line(String what, String reason) {
            this(what, reason, Optional.empty());
        }

        private Line cleaned() {
            return new Line(Text.clean(what), Text.clean(reason), document);
        }
    }
}
