package vn.motcua.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where each node and each line of a drawing of a route lies, in points from the left upper corner: from top to bottom,
 * the same for the same route. Lines run down through the rows and across only between them.
 */
final class RouteLayout {

    private static final int MARGIN = 16;
    private static final int GAP = 40;
    private static final int TRACK = 10;
    private static final int NARROW = 36;
    private static final int BETWEEN = 20;

    private final RouteSketch sketch;
    private final RouteLayers layers;
    private final Map<String, RouteSketch.Shape> shapes = new HashMap<>();
    private final int[] middles;
    private final int[] tops;
    private final int[] heights;
    private final List<Map<String, Integer>> tracks = new ArrayList<>();
    private final Map<Integer, Integer> channels = new LinkedHashMap<>();
    private final int right;
    private final Map<Integer, List<Point>> lines = new HashMap<>();

    private RouteLayout(RouteSketch sketch) {
        this.sketch = sketch;
        this.layers = new RouteLayers(sketch);
        sketch.spots().forEach(it -> shapes.put(it.id(), it.shape()));
        this.middles = new int[layers.columns()];
        this.right = columns();
        this.tops = new int[layers.rows()];
        this.heights = new int[layers.rows()];
        for (int i = 0; i <= layers.rows(); i++) {
            tracks.add(new LinkedHashMap<>());
        }
        reserve();
        rows();
        for (int i = 0; i < sketch.arrows().size(); i++) {
            lines.put(i, straightened(layers.isBack(i) ? back(i) : forth(i)));
        }
    }

    static RouteLayout of(RouteSketch sketch) {
        return new RouteLayout(sketch);
    }

    /** A point of a line. */
    record Point(int x, int y) {}

    /** Where a node lies. */
    record Box(int x, int y, int width, int height) {}

    Box box(String id) {
        var shape = Objects.requireNonNull(shapes.get(id), id);
        int row = layers.rowOf(id);
        return new Box(
                middle(id) - shape.width() / 2,
                tops[row] + (heights[row] - shape.height()) / 2,
                shape.width(),
                shape.height());
    }

    /** The line of the arrow with that number, from the node it leaves to the one it comes to. */
    List<Point> line(int arrow) {
        return Objects.requireNonNull(lines.get(arrow));
    }

    int width() {
        return right + channels.size() * TRACK + MARGIN;
    }

    int height() {
        int last = layers.rows() - 1;
        return tops[last] + heights[last] + (tracks.getLast().isEmpty() ? 0 : gap(layers.rows())) + MARGIN;
    }

    private int columns() {
        var widths = new int[middles.length];
        for (int row = 0; row < layers.rows(); row++) {
            for (var place : layers.row(row)) {
                var shape = shapes.get(place);
                int column = layers.columnOf(place);
                widths[column] = Math.max(widths[column], shape == null ? NARROW : shape.width() + BETWEEN);
            }
        }
        int x = MARGIN - BETWEEN / 2;
        for (int i = 0; i < widths.length; i++) {
            middles[i] = x + widths[i] / 2;
            x += widths[i];
        }
        return x;
    }

    /** Every line that runs across has a track between two rows; those that leave one node share it. */
    private void reserve() {
        for (int i = 0; i < sketch.arrows().size(); i++) {
            var arrow = sketch.arrows().get(i);
            if (layers.isBack(i)) {
                channels.put(i, channels.size());
                track(layers.rowOf(arrow.from()) + 1, "back " + i);
                track(layers.rowOf(arrow.to()), "back " + i);
                continue;
            }
            var chain = layers.chain(i);
            for (int at = 1; at < chain.size(); at++) {
                if (middle(chain.get(at - 1)) != middle(chain.get(at))) {
                    track(layers.rowOf(chain.get(at)), chain.get(at - 1));
                }
            }
        }
    }

    private void track(int gap, String owner) {
        tracks.get(gap).putIfAbsent(owner, tracks.get(gap).size());
    }

    private void rows() {
        int y = tracks.getFirst().isEmpty() ? MARGIN : MARGIN + gap(0);
        for (int row = 0; row < layers.rows(); row++) {
            if (row > 0) {
                y += gap(row);
            }
            tops[row] = y;
            heights[row] = layers.row(row).stream()
                    .map(shapes::get)
                    .filter(Objects::nonNull)
                    .mapToInt(RouteSketch.Shape::height)
                    .max()
                    .orElse(0);
            y += heights[row];
        }
    }

    private int gap(int number) {
        return GAP + TRACK * Math.max(0, tracks.get(number).size() - 1);
    }

    /** The height of a track; gap {@code n} lies above row {@code n}. */
    private int across(int gap, String owner) {
        int order = Objects.requireNonNull(tracks.get(gap).get(owner), owner);
        int begin = gap < layers.rows() ? tops[gap] - gap(gap) : tops[gap - 1] + heights[gap - 1];
        return begin + GAP / 2 + TRACK * order;
    }

    private List<Point> forth(int arrow) {
        var chain = layers.chain(arrow);
        var points = new ArrayList<Point>();
        points.add(bottom(chain.getFirst()));
        for (int i = 1; i < chain.size(); i++) {
            var from = chain.get(i - 1);
            var to = chain.get(i);
            if (middle(from) != middle(to)) {
                int y = across(layers.rowOf(to), from);
                points.add(new Point(middle(from), y));
                points.add(new Point(middle(to), y));
            }
            points.add(top(to));
        }
        return points;
    }

    private List<Point> back(int number) {
        var arrow = sketch.arrows().get(number);
        int x = right + TRACK * Objects.requireNonNull(channels.get(number));
        int below = across(layers.rowOf(arrow.from()) + 1, "back " + number);
        int above = across(layers.rowOf(arrow.to()), "back " + number);
        return Arrays.asList(
                bottom(arrow.from()),
                new Point(middle(arrow.from()), below),
                new Point(x, below),
                new Point(x, above),
                new Point(middle(arrow.to()), above),
                top(arrow.to()));
    }

    private int middle(String place) {
        return middles[layers.columnOf(place)];
    }

    private Point bottom(String id) {
        var box = box(id);
        return new Point(middle(id), box.y() + box.height());
    }

    /** A place through which a line only passes has the height of its row. */
    private Point top(String place) {
        return new Point(middle(place), shapes.containsKey(place) ? box(place).y() : tops[layers.rowOf(place)]);
    }

    /** Without points that lie between their neighbours. */
    private static List<Point> straightened(List<Point> points) {
        var kept = new ArrayList<Point>();
        for (var it : points) {
            while (kept.size() > 1
                    && ((kept.getLast().x() == it.x()
                                    && kept.get(kept.size() - 2).x() == it.x())
                            || (kept.getLast().y() == it.y()
                                    && kept.get(kept.size() - 2).y() == it.y()))) {
                kept.removeLast();
            }
            if (kept.isEmpty() || !kept.getLast().equals(it)) {
                kept.add(it);
            }
        }
        return List.copyOf(kept);
    }
}
