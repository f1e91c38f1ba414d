package vn.motcua.papers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Link;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/**
 * What an acknowledgement says of a dossier, as it was at its reception; the desk and the applicant's pages make it of
 * what each of them sees.
 *
 * @param receiving the one-stop that received it
 * @param circumstances under which it was filed
 * @param due the moment that was promised
 * @param receiver the name of the officer
 * @param filedBy the name of who filed it for the applicant by a mandate; empty when nobody did
 * @param receiveAt the address for the result; may be empty
 * @param answers of its form: the time limit may hang on them
 * @param papers what was handed in
 * @param booked its line in the book of dossiers; empty for one received before there were books
 * @param fee what is due and whether it is paid, in Vietnamese
 * @param link that it is a part of a linked filing: its time is what the group gives it
 * @param notes further lines, in Vietnamese
 */
public record ReceivedDossier(
        DossierNumber number,
        TrackingCode code,
        RevisionId revision,
        UnitId receiving,
        Circumstances circumstances,
        Instant receivedAt,
        Instant due,
        String receiver,
        Party applicant,
        Optional<String> filedBy,
        HandOver.How receiveBy,
        String receiveAt,
        Map<String, Object> answers,
        List<Given> papers,
        Optional<Booked> booked,
        String fee,
        Optional<Link> link,
        List<String> notes) {

    /** Keeps its own copy. */
    public ReceivedDossier {
        notes = List.copyOf(notes);
        papers = List.copyOf(papers);
    }

    /** What is due and whether it is paid, as the form has it. */
    public static String fee(Dong due, Dong owed) {
        if (due.equals(Dong.ZERO)) {
            return "Không thu";
        }
        return owed.equals(Dong.ZERO) ? due + ", đã nộp tiền mặt" : due + ", còn phải nộp " + owed;
    }

    /** Whose matter it is. */
    public record Party(String name, String address, String phone, String email) {

        /** That applicant, as papers print them. */
        public static Party of(Applicant it) {
            return new Party(it.name(), it.address(), it.phone(), it.email());
        }
    }

    /**
     * A paper handed in.
     *
     * @param document the id of the required document that it answers; empty for none
     * @param name of the file
     * @param originals how many originals (bản chính) were seen at the counter
     * @param copies how many copies (bản sao) were seen there
     */
    public record Given(String document, String name, int originals, int copies) {}
}
