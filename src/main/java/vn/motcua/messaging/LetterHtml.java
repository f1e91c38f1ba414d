package vn.motcua.messaging;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A letter as a simple page: paragraphs and one link, no pictures, nothing that is fetched. */
final class LetterHtml {

    private LetterHtml() {}

    static String of(Parcel parcel, String linkWords) {
        var paragraphs = Arrays.stream(parcel.body().split("\n\n", -1))
                .map(it -> "<p>" + escaped(it).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        var link = parcel.link()
                .map(it -> "\n<p><a href=\"" + escaped(it.toString()) + "\">" + escaped(linkWords) + "</a><br>\n"
                        + escaped(it.toString()) + "</p>")
                .orElse("");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">
                <h1 style="font-size: 20px">%s</h1>
                %s%s
                </body>
                </html>
                """.formatted(
                        parcel.language().tag(), escaped(parcel.title()), escaped(parcel.title()), paragraphs, link);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
