package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteRefusal;
import vn.motcua.route.RouteYaml;
import vn.motcua.shared.Refused;

/** The route of a draft as a whole, as a drawing gives it and takes it. */
public final class StudioRoute {

    private static final String STEPS = "steps";

    private StudioRoute() {}

    /** What the files say; a group has no route of its own, and there it is not there. Refuses what is no YAML. */
    public static RouteDefinition of(Map<String, String> files) {
        return RouteDefinition.read(text(files));
    }

    /** The files with that route in place of theirs. A step that stays as it was keeps its text and its comments. */
    public static Map<String, String> with(Map<String, String> files, RouteDefinition route) {
        var all = new HashMap<>(files);
        all.put(PackageReader.ROUTE, written(text(files), route));
        return all;
    }

    private static String written(String text, RouteDefinition route) {
        var fresh = RouteYaml.write(route);
        try {
            var were = RouteDefinition.read(text).items();
            var root = StudioText.read(PackageReader.ROUTE, text);
            if (StudioText.read(PackageReader.ROUTE, fresh).get(STEPS) instanceof ArrayNode steps
                    && root.get(STEPS) instanceof ArrayNode before) {
                for (int i = 0; i < steps.size(); i++) {
                    int at = were.indexOf(route.items().get(i));
                    if (at >= 0) {
                        steps.set(i, before.get(at));
                    }
                }
                root.set(STEPS, steps);
                return StudioText.change(PackageReader.ROUTE, text, root);
            }
            return fresh;
        } catch (Refused refused) {
            if (refused.code() == RouteRefusal.ROUTE_NOT_READABLE
                    || refused.code() == CatalogueRefusal.PACKAGE_FAULTY) {
                return fresh;
            }
            throw refused;
        }
    }

    private static String text(Map<String, String> files) {
        var text = files.get(PackageReader.ROUTE);
        if (text == null) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return text;
    }
}
