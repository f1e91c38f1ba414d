package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.route.RoutePicture.DoorOnPath;

/**
 * What anybody with the tracking code may see: how far each dossier of the filing is, and nothing personal (TT
 * 01/2018/TT-VPCP Điều 16 khoản 2 điểm d).
 *
 * @param dossiers at least one
 */
public record TrackingView(List<Tracked> dossiers) {

    /**
     * One dossier.
     *
     * @param place which of the filing's it is, from 1
     * @param number the dossier number; empty before reception
     * @param stageName where it stands, in the applicant's words
     * @param doors the three doors and how far each is
     * @param due when the result is due; empty before reception and after the decision
     */
    public record Tracked(
            int place,
            Optional<DossierNumber> number,
            StageKind stage,
            String stageName,
            List<DoorOnPath> doors,
            Instant since,
            Optional<Instant> due) {}
}
