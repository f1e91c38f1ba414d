package vn.motcua.queue;

import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** Appointments as people say them. */
@Component
public class AppointmentWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Catalogue catalogue;

    AppointmentWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The time and the place in the slot, as it is said at the counter: {@code 09:30 – 2}. */
    public String code(Appointment appointment) {
        return TIME.format(VietnamTime.local(appointment.at())) + " – " + appointment.place();
    }

    /** The short name of a procedure; its code when it is not there any more. */
    public String procedure(String code, Language language) {
        return catalogue.find(code).map(it -> it.shortName(language)).orElse(code);
    }
}
