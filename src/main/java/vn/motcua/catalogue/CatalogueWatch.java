package vn.motcua.catalogue;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Rounds;

/** Sees that another revision came into force, by the command or on another node, and has the catalogue read again. */
@Component
class CatalogueWatch extends Rounds {

    CatalogueWatch(Catalogue catalogue, @Value("${motcua.catalogue.every:10s}") Duration every) {
        super("catalogue", every, catalogue::renew);
    }
}
