package vn.motcua.support;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A form of a page, filled in and sent as a browser without JavaScript does: only what has a place in the form can be filled
 * in, only what it offers can be chosen, and everything that stands in it is sent along.
 */
public final class HtmlForm {

    /** How one name of a form is filled in. */
    private enum Way {
        TYPED,
        LINES,
        CHOSEN,
        TICKED
    }

    private final String action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, List<String>> choices = new LinkedHashMap<>();
    private final List<String> buttons = new ArrayList<>();

    private HtmlForm(Element form) {
        this.action = form.getAttribute("action");
        elements(form, "*").forEach(it -> {
            switch (it.getTagName()) {
                case "input" -> input(it);
                case "textarea" -> typed(it, it.getTextContent().replaceFirst("^\n", ""), Way.LINES);
                case "select" -> select(it);
                case "button" -> buttons.add(it.getAttribute("name") + "=" + it.getAttribute("value"));
                default -> {}
            }
        });
    }

    /** The form of that page that is posted to an address with that end; an error when there is none. */
    public static HtmlForm of(String page, String end) {
        return all(page, end).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form to " + end + " in " + page));
    }

    /** All of them. */
    public static List<HtmlForm> all(String page, String end) {
        return elements(parsed(page), "form")
                .filter(it -> it.getAttribute("method").equals("post"))
                .filter(it -> it.getAttribute("action").endsWith(end))
                .map(HtmlForm::new)
                .toList();
    }

    private static Element parsed(String page) {
        try {
            var builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET);
            return builder.parse(new InputSource(new StringReader(page))).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(it -> (Element) found.item(it));
    }

    private void input(Element it) {
        var name = it.getAttribute("name");
        switch (it.getAttribute("type")) {
            case "checkbox", "radio" -> {
                ways.put(name, it.getAttribute("type").equals("radio") ? Way.CHOSEN : Way.TICKED);
                choices.computeIfAbsent(name, _ -> new ArrayList<>()).add(it.getAttribute("value"));
                var now = values.computeIfAbsent(name, _ -> new ArrayList<>());
                if (it.hasAttribute("checked")) {
                    now.add(it.getAttribute("value"));
                }
            }
            case "hidden" ->
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(it.getAttribute("value"));
            default -> typed(it, it.getAttribute("value"), Way.TYPED);
        }
    }

    private void typed(Element it, String value, Way way) {
        var name = it.getAttribute("name");
        ways.put(name, way);
        values.put(name, List.of(value));
    }

    private void select(Element it) {
        var name = it.getAttribute("name");
        ways.put(name, Way.CHOSEN);
        var options = elements(it, "option").toList();
        choices.put(name, options.stream().map(one -> one.getAttribute("value")).toList());
        values.put(
                name,
                options.stream()
                        .filter(one -> one.hasAttribute("selected"))
                        .findFirst()
                        .or(() -> options.stream().findFirst())
                        .map(one -> List.of(one.getAttribute("value")))
                        .orElse(List.of()));
    }

    /** Whether it has a place for that. */
    public boolean has(String name) {
        return ways.containsKey(name);
    }

    /** Fills that in; several ticks have commas between them. */
    public void fill(String name, String value) {
        var way = ways.get(name);
        if (way == null) {
            throw new AssertionError("the form to " + action + " has no place for " + name + " = " + value);
        }
        if (way == Way.TYPED && value.contains("\n")) {
            throw new AssertionError(name + " is one line: " + value);
        }
        if (way == Way.TYPED || way == Way.LINES) {
            values.put(name, List.of(value.replace("\n", "\r\n")));
            return;
        }
        var chosen = way == Way.TICKED && value.isEmpty() ? List.<String>of() : Arrays.asList(value.split(",", -1));
        if (!choices.getOrDefault(name, List.of()).containsAll(chosen)) {
            throw new AssertionError(name + " offers " + choices.get(name) + ", not " + value);
        }
        values.put(name, chosen);
    }

    /** Is sent by the button of that name and value. */
    public HtmlForm pressing(String name, String value) {
        if (!buttons.contains(name + "=" + value)) {
            throw new AssertionError("the form to " + action + " has the buttons " + buttons);
        }
        values.put(name, List.of(value));
        return this;
    }

    /** What stands there. */
    public String value(String name) {
        return String.join(",", values.getOrDefault(name, List.of()));
    }

    /** Where it is sent. */
    public String action() {
        return action;
    }

    /** What is sent. */
    public String body() {
        return values.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(value -> encoded(it.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
