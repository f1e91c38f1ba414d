package vn.motcua.sandbox.gateway;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** The page on which a payer pays, fails, or closes the window: plain, without a script, and readable on a phone. */
record GatewayPage(Messages messages) {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
            <link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"></head>
            <body><main>
            <h1>%s</h1>
            <p class="mark"><strong>%s</strong></p>
            %s
            </main></body>
            </html>
            """;

    private static final String FORM = """
            <dl>
            <dt>%s</dt><dd>%s</dd>
            <dt>%s</dt><dd>%s</dd>
            <dt>%s</dt><dd>%s</dd>
            </dl>
            <form method="post" action="choose">
            <input type="hidden" name="order" value="%s">
            <p><label for="mood">%s</label> <select id="mood" name="mood">%s</select></p>
            <p><button class="button" name="choice" value="pay">%s</button> <button name="choice" value="fail">%s</button></p>
            <p>%s</p>
            </form>
            """;

    static final String STYLE = """
            body { margin: 0; background: #f4f4f1; color: #1c1c1c; font: 1.125rem/1.5 sans-serif; }
            main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
            .mark { border-left: 4px solid #8a4b00; padding-left: 0.75rem; }
            dt { font-weight: bold; }
            dd { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
            select, button { font: inherit; min-height: 2.75rem; max-width: 100%; padding: 0.25rem 0.75rem; }
            """;

    /** That of a payment. */
    String of(GatewayPayments.Asked it, Mood usual) {
        var language = it.language().equals("en") ? Language.EN : Language.VI;
        var moods = Arrays.stream(Mood.values())
                .map(mood -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                                mood, mood == usual ? " selected" : "", say(language, "sandbox.gateway.mood." + mood)))
                .collect(Collectors.joining());
        return page(
                language,
                FORM.formatted(
                        say(language, "sandbox.gateway.amount"),
                        html(new Dong(Long.parseLong(it.amount())).toString()),
                        say(language, "sandbox.gateway.info"),
                        html(it.info()),
                        say(language, "sandbox.gateway.order"),
                        html(it.order()),
                        html(it.order()),
                        say(language, "sandbox.gateway.mood"),
                        moods,
                        say(language, "sandbox.gateway.pay"),
                        say(language, "sandbox.gateway.fail"),
                        say(language, "sandbox.gateway.abandon")));
    }

    private String page(Language language, String content) {
        var title = say(language, "sandbox.gateway.title");
        return PAGE.formatted(language.tag(), title, title, say(language, "sandbox.gateway.mark"), content);
    }

    private String say(Language language, String key) {
        return html(messages.say(language, key));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
