package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.catalogue.Group.Bound;
import vn.motcua.catalogue.Group.Part;
import vn.motcua.catalogue.Group.Source;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.CodeLists;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Condition;
import vn.motcua.form.Expressions;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.form.Vocabulary;

/**
 * Reads {@code group.yaml} and refuses, with place and reason, what could not work: a part that waits for a later one, an
 * answer of another kind than its question, a compulsory question that nobody answers, a document that no part takes,
 * limits that together do not fit into that of the whole.
 */
final class GroupReader {

    private final Map<String, String> files;
    private final CompiledForm form;
    private final PackageContent content;
    private final Map<String, Bound> read = new LinkedHashMap<>();

    GroupReader(Map<String, String> files, CompiledForm form, PackageContent content) {
        this.files = files;
        this.form = form;
        this.content = content;
    }

    Group read() {
        var root = GroupText.root(files).knowing("clock", "note", "parts");
        for (var place : root.list("parts")) {
            var bound = part(place.knowing(
                    "id", "procedure", "after", "when", "limit", "outside", "place", "answers", "papers"));
            read.put(bound.part().id(), bound);
        }
        documents();
        return new Group(
                List.copyOf(read.values()), limited(root), content.limit().usual());
    }

    private Bound part(YamlPlace place) {
        var id = place.text("id");
        if (!id.matches("[a-z][a-zA-Z]*") || read.containsKey(id)) {
            throw place.refuse("mã phần \"" + id + "\" dùng hai lần hoặc không chỉ gồm chữ cái");
        }
        var code = place.text("procedure");
        var own = GroupText.of(code, files);
        if (own.isEmpty() || GroupText.isGroup(own)) {
            throw place.need("procedure").refuse("không có gói của thủ tục \"" + code + "\", hoặc nó cũng là một nhóm");
        }
        var procedure = ProcedurePackage.read(own);
        var after = place.texts("after");
        after.stream().filter(it -> !read.containsKey(it)).findFirst().ifPresent(it -> {
            throw place.need("after").refuse("\"" + it + "\" không phải một phần đứng trước");
        });
        if (read.isEmpty()
                && (place.maybe("when").isPresent() || !procedure.receivedBy().equals(content.receivedBy()))) {
            throw place.refuse("phần đầu luôn được làm, và do nơi nhận hồ sơ của nhóm tiếp nhận");
        }
        if (!read.isEmpty() && after.isEmpty()) {
            throw place.refuse("phần sau phải chờ một phần trước: after");
        }
        var part = new Part(
                id,
                Revisions.idOf(code, own),
                procedure,
                after,
                place.maybe("limit")
                        .map(GroupReader::limit)
                        .orElse(procedure.limitRule().usual()),
                place.flag("outside"));
        var expressions = expressions(part);
        var address = place.maybe("place").map(it -> address(it));
        return new Bound(
                part,
                condition(expressions, place),
                expressions,
                sources(place, part, expressions),
                address,
                papers(place, part));
    }

    private static TimeLimit limit(YamlPlace place) {
        place.knowing("amount", "unit", "sameDay");
        return place.flag("sameDay")
                ? TimeLimit.sameDay()
                : new TimeLimit(place.need("amount").whole(), place.need("unit").oneOf(TimeLimit.Unit.class));
    }

    private String address(YamlPlace place) {
        if (form.definition().fields().noneMatch(it -> it.id().equals(place.text()) && it.kind() == Kind.ADDRESS)) {
            throw place.refuse("không có câu hỏi địa chỉ nào tên này");
        }
        return place.text();
    }

    private Condition condition(Expressions expressions, YamlPlace place) {
        try {
            return expressions.condition("parts." + place.text("id") + ".when", place.textOr("when", "true"));
        } catch (UnsoundDefinition e) {
            throw PackageReader.refused(GroupText.GROUP, e);
        }
    }

    /** What a part's expressions may name: the group's questions, and what the parts that it waits for came to. */
    private Expressions expressions(Part part) {
        var vocabulary = Vocabulary.of(form.definition());
        for (var before : before(part)) {
            for (var entry : results(before).entrySet()) {
                vocabulary = vocabulary.with(before.id() + "." + entry.getKey(), entry.getValue());
            }
        }
        return new Expressions(vocabulary);
    }

    private static Map<String, Kind> results(Part part) {
        var kinds = new LinkedHashMap<String, Kind>();
        part.procedure().entries().fields().forEach(it -> kinds.put(it.id(), it.kind()));
        kinds.put(Group.RESULT_NUMBER, Kind.TEXT);
        return kinds;
    }

    private Set<Part> before(Part part) {
        var all = new LinkedHashSet<Part>();
        for (var id : part.after()) {
            var bound = read.get(id);
            if (bound != null) {
                all.addAll(before(bound.part()));
                all.add(bound.part());
            }
        }
        return all;
    }

    private Map<String, Source> sources(YamlPlace place, Part part, Expressions expressions) {
        var written = place.maybe("answers");
        var targets = new HashMap<String, Field>();
        questions(part.procedure().form()).forEach(it -> targets.put(it.id(), it));
        var sources = new HashMap<String, Source>();
        written.ifPresent(it -> it.node().propertyNames().forEach(id -> {
            var target = targets.get(id);
            if (target == null) {
                throw it.refuse("thủ tục " + part.code() + " không hỏi \"" + id + "\"");
            }
            sources.put(id, source(it.need(id), target, part, expressions));
        }));
        for (var field : part.procedure().form().definition().fields().toList()) {
            if (!sources.containsKey(field.id())) {
                asked(place, part, field).ifPresent(it -> sources.put(field.id(), it));
            }
        }
        return sources;
    }

    /** A question of the same name in the declaration answers it; a compulsory one needs some answer. */
    private Optional<Source> asked(YamlPlace place, Part part, Field field) {
        var same = questions(form).filter(it -> it.id().equals(field.id())).findFirst();
        same.filter(it -> it.kind() != field.kind()).ifPresent(it -> {
            throw place.refuse("\"" + it.id() + "\" được hỏi là " + it.kind().written() + ", thủ tục " + part.code()
                    + " cần " + field.kind().written());
        });
        if (same.isEmpty() && !field.required().equals("false")) {
            throw place.refuse("không ai trả lời câu hỏi bắt buộc \"" + field.id() + "\" của thủ tục " + part.code());
        }
        return same.map(it -> new Source.Taken(it.id()));
    }

    private Source source(YamlPlace place, Field target, Part part, Expressions expressions) {
        var text = place.text();
        var kinds = new HashMap<String, Kind>();
        questions(form).forEach(it -> kinds.put(it.id(), it.kind()));
        before(part).forEach(it -> results(it).forEach((name, kind) -> kinds.put(it.id() + "." + name, kind)));
        var known = kinds.get(text);
        if (known != null && (known == target.kind() || (plain(known) && plain(target.kind())))) {
            return new Source.Taken(text);
        }
        if (known == Kind.DATETIME && target.kind() == Kind.DATE) {
            return new Source.Day(text);
        }
        if (known != null && !computed(known, target.kind())) {
            throw place.refuse("\"" + text + "\" là " + known.written() + ", câu hỏi cần "
                    + target.kind().written());
        }
        try {
            unlessNoOption(place, target, text);
            return new Source.Computed(expressions.answer(place.path(), text, target.kind()));
        } catch (UnsoundDefinition e) {
            throw PackageReader.refused(GroupText.GROUP, e);
        }
    }

    private static boolean plain(Kind kind) {
        return kind == Kind.TEXT || kind == Kind.TEXTAREA || kind == Kind.PERSON_NAME || kind == Kind.AGENCY;
    }

    private static boolean computed(Kind from, Kind to) {
        return plain(to) && (plain(from) || from == Kind.CITIZEN_ID || from == Kind.PHONE || from == Kind.EMAIL);
    }

    /** A choice answered by a fixed text needs one of its options. */
    private static void unlessNoOption(YamlPlace place, Field target, String text) {
        var options = target.choice()
                .codelist()
                .map(it -> CodeLists.standard().codes(it))
                .orElse(target.choice().options().keySet());
        if (target.kind() == Kind.SELECT
                && text.matches("'[^']*'")
                && !options.contains(text.substring(1, text.length() - 1))) {
            throw place.refuse(text + " không phải một trong: " + String.join(", ", options));
        }
    }

    private Map<String, String> papers(YamlPlace place, Part part) {
        var papers = new HashMap<String, String>();
        place.maybe("papers")
                .ifPresent(it -> it.node().propertyNames().forEach(document -> {
                    var from = it.text(document);
                    if (part.procedure().documents().stream()
                            .noneMatch(known -> known.id().equals(document))) {
                        throw it.refuse("thủ tục " + part.code() + " không có giấy tờ \"" + document + "\"");
                    }
                    if (!part.after().contains(from)) {
                        throw it.refuse("\"" + from + "\" không phải phần mà phần này chờ");
                    }
                    papers.put(document, from);
                }));
        return papers;
    }

    private void documents() {
        var taken = new HashSet<String>();
        read.values().forEach(it -> it.part().procedure().documents().forEach(document -> taken.add(document.id())));
        content.documents().stream()
                .filter(it -> !it.eForm() && !taken.contains(it.id()))
                .findFirst()
                .ifPresent(it -> {
                    throw YamlPlace.refused(
                            PackageReader.RECORD, "documents." + it.id(), "không phần nào của nhóm nhận giấy tờ này");
                });
    }

    /** Whether the whole has a limit of its own. The parts that it covers must fit into it, one way after another. */
    private boolean limited(YamlPlace root) {
        var clock = root.text("clock");
        if (!Set.of("limit", "latest").contains(clock)) {
            throw root.need("clock").refuse("cần limit hoặc latest");
        }
        var longest = longest(root);
        var whole = content.limit().usual();
        var fits = whole.unit() == TimeLimit.Unit.WORKING_DAY
                && (clock.equals("limit") ? longest <= whole.amount() : longest == whole.amount());
        if (!fits) {
            throw root.need("clock")
                    .refuse("đường dài nhất qua các phần là " + longest + " ngày làm việc, thời hạn của nhóm là "
                            + whole);
        }
        return clock.equals("limit");
    }

    private int longest(YamlPlace root) {
        var ends = new HashMap<String, Integer>();
        for (var bound : read.values()) {
            var part = bound.part();
            if (part.limit().unit() != TimeLimit.Unit.WORKING_DAY) {
                throw root.refuse("thời hạn của phần " + part.id() + " phải tính bằng ngày làm việc");
            }
            var begins = part.after().stream()
                    .mapToInt(it -> ends.getOrDefault(it, 0))
                    .max()
                    .orElse(0);
            ends.put(part.id(), begins + part.limit().amount());
        }
        return read.values().stream()
                .filter(it -> !it.part().outside())
                .mapToInt(it -> ends.getOrDefault(it.part().id(), 0))
                .max()
                .orElse(0);
    }

    private static Stream<Field> questions(CompiledForm form) {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }
}
