package vn.motcua.notification;

import org.springframework.stereotype.Component;
import vn.motcua.dossier.Announced;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;

/**
 * Tells the applicant what was done to their dossier; what they did themselves they know, and what is old stands in
 * their list as read.
 */
@Component
class ApplicantIsTold implements Listener {

    private final Announced announced;
    private final Notices notices;

    ApplicantIsTold(Announced announced, Notices notices) {
        this.announced = announced;
        this.notices = notices;
    }

    @Override
    public void hear(Happening happening) {
        var fact = announced.of(happening.dossier().id(), happening.version());
        Said.of(fact)
                .ifPresent(it -> notices.tell(
                        fact.owners(),
                        new Notice(
                                happening.dossier(),
                                happening.version(),
                                it.kind(),
                                it.places(),
                                fact.at(),
                                !happening.old())));
    }
}
