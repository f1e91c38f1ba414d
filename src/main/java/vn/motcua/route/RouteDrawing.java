package vn.motcua.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.shared.Language;

/**
 * A route as a drawing, ready to be written as SVG: the same places as in its BPMN diagram. Every figure has the number of
 * its entry in the list of steps, which says in words what the drawing shows.
 *
 * @param width in points
 * @param height in points
 */
public record RouteDrawing(int width, int height, List<Figure> figures, List<Line> lines) {

    private static final int LETTERS = 19;
    private static final int ROWS = 4;
    private static final int LEADING = 16;
    private static final int HEAD = 5;

    /** Copies what it is given. */
    public RouteDrawing {
        figures = List.copyOf(figures);
        lines = List.copyOf(lines);
    }

    /**
     * A node.
     *
     * @param number of its entry in the list, from 1; 0 for what has none
     * @param shape what is drawn
     * @param label its name in lines that fit
     */
    public record Figure(int number, Shape shape, int x, int y, int width, int height, List<Label> label) {

        /** Copies what it is given. */
        public Figure {
            label = List.copyOf(label);
        }

        /** The corners of a gateway. */
        public String corners() {
            return "%d,%d %d,%d %d,%d %d,%d"
                    .formatted(
                            x + width / 2, y, x + width, y + height / 2, x + width / 2, y + height, x, y + height / 2);
        }

        /** The middle. */
        public int middleX() {
            return x + width / 2;
        }

        /** The middle. */
        public int middleY() {
            return y + height / 2;
        }
    }

    /** What is drawn for a node. */
    public enum Shape {
        /** A thin circle. */
        START,
        /** A box. */
        STEP,
        /** A box with a second edge. */
        CONSULTATION,
        /** A box with dashed edges: the program does it. */
        BY_PROGRAM,
        /** A diamond with a cross. */
        CHOICE,
        /** A diamond with a plus. */
        PARALLEL,
        /** An empty diamond. */
        MERGE,
        /** A thick circle. */
        END;

        private static Shape of(RouteSketch.Shape shape) {
            return switch (shape) {
                case START -> START;
                case STEP -> STEP;
                case CONSULTATION -> CONSULTATION;
                case MESSAGE, AUTOMATIC, TIMER -> BY_PROGRAM;
                case CHOICE -> CHOICE;
                case SPLIT, JOIN -> PARALLEL;
                case MERGE -> MERGE;
                case END -> END;
            };
        }
    }

    /** A text and where its line stands. */
    public record Label(int x, int y, String text) {}

    /**
     * An arrow.
     *
     * @param points of the line
     * @param head the corners of its head
     * @param ways which ways out of a choice it is, e.g. {@code 1}; empty for others
     */
    public record Line(String points, String head, Label ways) {}

    /** The drawing of a definition, sound or not; names in that language. */
    public static RouteDrawing of(RouteDefinition definition, Language language) {
        var sketch = RouteSketch.of(definition);
        var layout = RouteLayout.of(sketch);
        var names = new HashMap<String, StepName>();
        definition
                .items()
                .forEach(it -> names.putIfAbsent(
                        it.id(), new StepName(it.nameVi(), it.nameEn().isEmpty() ? it.nameVi() : it.nameEn())));
        var figures = new ArrayList<Figure>();
        var numbers = new HashMap<String, Integer>();
        definition.items().forEach(it -> numbers.putIfAbsent(it.id(), numbers.size() + 1));
        for (var spot : sketch.spots()) {
            var box = layout.box(spot.id());
            var name = names.getOrDefault(spot.id(), new StepName("", "")).in(language);
            figures.add(new Figure(
                    numbers.getOrDefault(spot.id(), 0),
                    Shape.of(spot.shape()),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    label(name, box)));
        }
        return new RouteDrawing(layout.width(), layout.height(), figures, lines(sketch, layout));
    }

    /** Branches of one choice that lead to one node lie on each other, and are drawn once. */
    private static List<Line> lines(RouteSketch sketch, RouteLayout layout) {
        var ways = new HashMap<String, List<String>>();
        for (var arrow : sketch.arrows()) {
            if (arrow.way() != RouteSketch.Arrow.PLAIN) {
                ways.computeIfAbsent(arrow.from() + " " + arrow.to(), _ -> new ArrayList<>())
                        .add(arrow.way() == RouteSketch.Arrow.OTHERWISE ? "–" : String.valueOf(arrow.way()));
            }
        }
        Map<String, Line> lines = new LinkedHashMap<>();
        for (int i = 0; i < sketch.arrows().size(); i++) {
            var arrow = sketch.arrows().get(i);
            var key = arrow.from() + " " + arrow.to();
            var points = layout.line(i);
            lines.putIfAbsent(
                    key,
                    new Line(
                            points.stream().map(it -> it.x() + "," + it.y()).collect(Collectors.joining(" ")),
                            head(points.getLast()),
                            ways(points, String.join(", ", ways.getOrDefault(key, List.of())))));
        }
        return List.copyOf(lines.values());
    }

    /** Beside the line: over the corner where it has left those that go elsewhere, or right below the choice. */
    private static Label ways(List<RouteLayout.Point> points, String text) {
        return points.size() > 2
                ? new Label(points.get(2).x() + 5, points.get(2).y() - 3, text)
                : new Label(points.getFirst().x() + 5, points.getFirst().y() + LEADING - 2, text);
    }

    /** Lines come to a node from above. */
    private static String head(RouteLayout.Point point) {
        return "%d,%d %d,%d %d,%d"
                .formatted(
                        point.x(),
                        point.y(),
                        point.x() - HEAD,
                        point.y() - 2 * HEAD,
                        point.x() + HEAD,
                        point.y() - 2 * HEAD);
    }

    private static List<Label> label(String name, RouteLayout.Box box) {
        var rows = wrapped(name);
        var labels = new ArrayList<Label>();
        int first = box.y() + box.height() / 2 - (rows.size() - 1) * LEADING / 2 + 5;
        for (int i = 0; i < rows.size(); i++) {
            labels.add(new Label(box.x() + box.width() / 2, first + i * LEADING, rows.get(i)));
        }
        return labels;
    }

    private static List<String> wrapped(String name) {
        var rows = new ArrayList<String>();
        for (var word : name.strip().split("\\s+", -1)) {
            var piece = word.length() > LETTERS ? word.substring(0, LETTERS - 1) + "…" : word;
            if (!rows.isEmpty() && rows.getLast().length() + 1 + piece.length() <= LETTERS) {
                rows.set(rows.size() - 1, rows.getLast() + " " + piece);
            } else if (rows.size() < ROWS) {
                rows.add(piece);
            } else {
                rows.set(ROWS - 1, rows.getLast().replaceAll("[…\\s]*$", "") + "…");
                return rows;
            }
        }
        rows.removeIf(String::isEmpty);
        return rows;
    }
}
