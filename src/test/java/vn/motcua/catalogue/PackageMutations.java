package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Changes that an author might make to a package, good ones and bad ones. */
final class PackageMutations {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final List<String> ROLES = List.of(
            "receiver",
            "civil-status-officer",
            "commune-leader",
            "clerk",
            "hand-over",
            "inspector",
            "procedure-author",
            "archivist",
            "nobody-at-all");
    private static final List<String> UNITS =
            List.of("commune-one-stop", "commune-committee", "commune-police", "nowhere-at-all");
    private static final List<String> ACTIONS = List.of(
            "receive",
            "complete",
            "approve",
            "issue",
            "hand-over",
            "propose-denial",
            "return",
            "request-supplement",
            "turn-away");

    private final Map<String, ObjectNode> files = new HashMap<>();
    private final RandomGenerator chance;
    private final List<String> done = new ArrayList<>();

    PackageMutations(Map<String, String> files, RandomGenerator chance) {
        files.forEach((name, text) -> this.files.put(name, (ObjectNode) YAML.readTree(text)));
        this.chance = chance;
    }

    /** So many changes, one after the other. */
    Map<String, String> after(int changes) {
        for (int i = 0; i < changes; i++) {
            change();
        }
        var texts = new HashMap<String, String>();
        files.forEach((name, node) -> texts.put(name, YAML.writeValueAsString(node)));
        return texts;
    }

    /** What was changed, for who reads why a test fails. */
    List<String> done() {
        return done;
    }

    private void change() {
        switch (chance.nextInt(14)) {
            case 0 -> swap();
            case 1 -> drop();
            case 2 -> actions(true);
            case 3, 4 -> actions(false);
            case 5 -> put(step(), "role", ROLES.get(chance.nextInt(ROLES.size())));
            case 6 -> put(step(), "unit", UNITS.get(chance.nextInt(UNITS.size())));
            case 7 -> choice();
            case 8 -> parallel();
            case 9 -> consultation();
            case 10 -> second();
            case 11 -> asked();
            case 12 -> fee();
            default -> copy();
        }
    }

    private ArrayNode steps() {
        return (ArrayNode) file(PackageReader.ROUTE).path("steps");
    }

    private ObjectNode file(String name) {
        return java.util.Objects.requireNonNull(files.get(name));
    }

    private ObjectNode step() {
        return (ObjectNode) steps().get(chance.nextInt(steps().size()));
    }

    private void put(ObjectNode step, String key, String value) {
        done.add(key + " of " + id(step) + " = " + value);
        step.put(key, value);
    }

    private static String id(JsonNode step) {
        return step.path("id").asString();
    }

    private void swap() {
        int at = chance.nextInt(Math.max(1, steps().size() - 1));
        if (at + 1 < steps().size()) {
            var first = steps().get(at);
            done.add("swap " + id(first));
            steps().set(at, steps().get(at + 1));
            steps().set(at + 1, first);
        }
    }

    private void drop() {
        if (steps().size() > 1) {
            done.add("drop " + id(steps().remove(chance.nextInt(steps().size()))));
        }
    }

    private void copy() {
        int at = chance.nextInt(steps().size());
        var again = ((ObjectNode) steps().get(at)).deepCopy();
        again.remove("enter");
        again.put("id", "lai-" + done.size());
        done.add("copy " + id(steps().get(at)));
        steps().insert(at + chance.nextInt(2), again);
    }

    private void actions(boolean more) {
        var step = step();
        if (!(step.path("actions") instanceof ArrayNode actions)) {
            return;
        }
        if (more) {
            var action = ACTIONS.get(chance.nextInt(ACTIONS.size()));
            done.add(id(step) + " may " + action);
            actions.add(action);
        } else if (actions.size() > 0) {
            done.add(id(step) + " may not "
                    + actions.remove(chance.nextInt(actions.size())).asString());
        }
    }

    /** Past one step or more, by a yes-no question of the form or by the channel. */
    private void choice() {
        int at = 1 + chance.nextInt(steps().size());
        var questions = new ArrayList<String>(List.of("channel == 'ONLINE'", "channel == 'POSTAL'"));
        file(PackageReader.FORM).path("questions").forEach(it -> {
            if (it.path("kind").asString("").equals("boolean")) {
                questions.add(id(it));
            }
        });
        var next = at < steps().size() ? id(steps().get(at)) : "end";
        int far = at + chance.nextInt(steps().size() - Math.min(at, steps().size()) + 1);
        var choice = YAML.createObjectNode().put("id", "chon-" + done.size()).put("kind", "choice");
        choice.putArray("branches")
                .addObject()
                .put("when", questions.get(chance.nextInt(questions.size())))
                .put("next", far < steps().size() ? id(steps().get(far)) : "end");
        choice.put("otherwise", next);
        done.add("choice before " + next + ": " + choice.path("branches"));
        steps().insert(at, choice);
    }

    /** Two steps at once that stood one after the other. */
    private void parallel() {
        if (steps().size() < 3) {
            return;
        }
        int at = chance.nextInt(steps().size() - 1);
        var first = (ObjectNode) steps().get(at);
        var second = (ObjectNode) steps().get(at + 1);
        var no = done.size();
        var split = YAML.createObjectNode().put("id", "tach-" + no).put("kind", "split");
        split.putArray("next").add(id(first)).add(id(second));
        var join = YAML.createObjectNode().put("id", "gop-" + no).put("kind", "join");
        first.put("next", "gop-" + no);
        second.put("next", "gop-" + no);
        steps().insert(at, split);
        steps().insert(at + 3, join);
        done.add(id(first) + " beside " + id(second));
    }

    private void consultation() {
        int at = chance.nextInt(steps().size() + 1);
        var asking = YAML.createObjectNode()
                .put("id", "hoi-" + done.size())
                .put("kind", "consultation")
                .put("role", "civil-status-officer")
                .put("unit", "commune-committee")
                .put("hours", 8)
                .put("silence", "agrees");
        asking.putObject("name").put("vi", "Lấy ý kiến").put("en", "Ask for opinions");
        asking.putObject("question").put("vi", "Có ý kiến gì không?").put("en", "Anything to say?");
        asking.putArray("ask").add("commune-police");
        steps().insert(at, asking);
        done.add("ask at " + at);
    }

    private void second() {
        int at = chance.nextInt(steps().size());
        var before = steps().get(chance.nextInt(at + 1));
        ((ObjectNode) steps().get(at)).putArray("other-than").add(id(before));
        done.add(id(steps().get(at)) + " not by who did " + id(before));
    }

    /** Something of the form is asked always, or not at all unless filed online. */
    private void asked() {
        var sections = (ArrayNode) file(PackageReader.FORM).path("sections");
        var section = sections.get(chance.nextInt(Math.max(1, sections.size() - 1)));
        if (section.path("fields") instanceof ArrayNode fields && fields.size() > 0) {
            var field = (ObjectNode) fields.get(chance.nextInt(fields.size()));
            switch (chance.nextInt(3)) {
                case 0 -> field.put("required", true);
                case 1 -> field.put("required", false);
                default -> field.put("when", "channel == 'ONLINE'");
            }
            done.add(id(field) + " asked otherwise");
        }
    }

    private void fee() {
        var procedure = file(PackageReader.RECORD);
        var fees = procedure.path("fees") instanceof ArrayNode known ? known : procedure.putArray("fees");
        var fee = fees.addObject()
                .put("id", "them-" + done.size())
                .put("kind", "FEE")
                .put("amount", "15000");
        fee.putObject("name").put("vi", "Phí thêm").put("en", "Another fee");
        fee.putObject("says").put("vi", "15.000 ₫").put("en", "15,000 ₫");
        fee.put("legal", "281/2016/TT-BTC").put("trust", "giả định");
        done.add("one more fee");
    }
}
