package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import vn.motcua.document.FileId;
import vn.motcua.identity.OfficerId;

/**
 * What an officer proposes and only a leader can make happen. While nobody has answered it the dossier stays where it is
 * and its clock runs on: the applicant knows nothing of it.
 */
public sealed interface Proposal {

    /** The step at which it was proposed. */
    String step();

    /** Who proposed it: somebody else has to answer. */
    OfficerId by();

    /** Why. */
    String reason();

    /**
     * To ask the applicant once more in the same stage (NĐ 61/2018 Điều 11 khoản 2 điểm c; NĐ 63/2010 Điều 20 khoản 4).
     *
     * @param lines what they would be asked
     */
    record SecondSupplement(String step, OfficerId by, List<SupplementRequest.Line> lines, String reason)
            implements Proposal {
        /** Keeps its own copy. */
        public SecondSupplement {
            lines = List.copyOf(lines);
        }
    }

    /**
     * To halt (dừng giải quyết).
     *
     * @param returned which papers go back to the applicant; may be empty
     */
    record Halt(String step, OfficerId by, String reason, String returned) implements Proposal {}

    /**
     * To correct an issued result; at no step, for there may be none any more.
     *
     * @param corrected the answers that were wrong, as they are right
     * @param paper what would take the place of the wrong one
     */
    record Amendment(OfficerId by, String reason, Map<String, Object> corrected, ResultPaper paper)
            implements Proposal {
        /** Keeps its own copy. */
        public Amendment {
            corrected = Map.copyOf(corrected);
        }

        /** The same with its paper signed. */
        Amendment signed(FileId file) {
            return new Amendment(by, reason, corrected, new ResultPaper(paper.number(), file));
        }

        @Override
        public String step() {
            return "";
        }
    }

    /** To revoke an issued result; at no step, for there are none any more. */
    record Revocation(OfficerId by, vn.motcua.dossier.Revocation revocation) implements Proposal {

        @Override
        public String step() {
            return "";
        }

        @Override
        public String reason() {
            return revocation.reason();
        }
    }
}
