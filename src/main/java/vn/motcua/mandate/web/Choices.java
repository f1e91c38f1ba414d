package vn.motcua.mandate.web;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.shared.Language;

/** What can be chosen on a form that asks for a mandate. */
@Component
class Choices {

    private final Catalogue catalogue;
    private final MandateDesk desk;

    Choices(Catalogue catalogue, MandateDesk desk) {
        this.catalogue = catalogue;
        this.desk = desk;
    }

    MandateView.Form form(
            String helper, MandateView.Typed typed, String wrong, String wrongAt, UUID command, Language language) {
        var sectors = new TreeSet<String>();
        catalogue.runnable().forEach(it -> sectors.add(it.record().sector()));
        sectors.remove("");
        return new MandateView.Form(
                helper,
                desk.daysAtMost(Standing.Kind.HELPER),
                desk.daysAtMost(Standing.Kind.CHOSEN),
                List.copyOf(sectors),
                catalogue.runnable().stream()
                        .map(it -> new MandateView.Choice(it.code(), it.shortName(language)))
                        .toList(),
                typed,
                wrong,
                wrongAt,
                command.toString());
    }
}
