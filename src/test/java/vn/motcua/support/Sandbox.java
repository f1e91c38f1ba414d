package vn.motcua.support;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Signing in through the sandbox's provider, whose pages differ for citizens and for each agency. */
public final class Sandbox {

    private static final Pattern WAY = Pattern.compile("/sign-in/with/(sandbox[-0-9]*)");
    private static final Map<String, String> PROVIDERS = new ConcurrentHashMap<>();

    private Sandbox() {}

    /** Which of its clients that persona can sign in to. */
    public static String provider(Visit visit, String name) {
        return PROVIDERS.computeIfAbsent(
                name,
                _ -> WAY.matcher(visit.get("/sign-in").body())
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> card(chooser(visit, it, "").body(), name).find())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no persona " + name)));
    }

    /** Begins to sign in and answers the provider's form for that persona, ready to be sent. */
    public static Map<String, String> form(Visit visit, String name, String to) {
        var page = chooser(visit, provider(visit, name), to).body();
        var card = card(page, name);
        if (!card.find()) {
            throw new IllegalArgumentException("no persona " + name);
        }
        var form = new HashMap<String, String>();
        form.put("_csrf", Visit.token(page));
        form.put("request", card.group(1));
        form.put("account", card.group(2));
        return form;
    }

    private static java.net.http.HttpResponse<String> chooser(Visit visit, String provider, String to) {
        return visit.get(visit.local(visit.get("/sign-in/with/" + provider + (to.isEmpty() ? "" : "?to=" + to))));
    }

    private static java.util.regex.Matcher card(String page, String name) {
        return Pattern.compile(
                        "name=\"request\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"account\" value=\"([^\"]+)\">"
                                + "\\s*<h[23]>" + Pattern.quote(name) + "<")
                .matcher(page);
    }
}
