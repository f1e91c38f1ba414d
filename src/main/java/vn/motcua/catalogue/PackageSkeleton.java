package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.deadline.TimeLimit;

/**
 * The package with which an author begins where a procedure has only its published record: record, cases, documents, ways of
 * filing, a declaration page and a route of four steps. Nothing is made up: where the record gives no time that can be counted,
 * no result, or an agency whose positions are not known, the place stays open and keeps the package from being handed in, as
 * do the missing English names and examples. Each part says that nobody compared it.
 */
final class PackageSkeleton {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String CASE = "case";

    private final ProcedureRecord record;
    private final SkeletonRoute route;
    /** Each document with the cases that demand it; none for one that is always demanded. */
    private final Map<PublishedDocument, Set<String>> documents = new LinkedHashMap<>();

    private final Map<String, String> cases = new LinkedHashMap<>();

    private PackageSkeleton(ProcedureRecord record) {
        this.record = record;
        this.route = SkeletonRoute.of(record);
        int no = 0;
        for (var one : record.cases()) {
            if (!one.name().isEmpty()) {
                cases.put("C" + ++no, one.name());
            }
        }
        no = 0;
        for (var one : record.cases()) {
            var of = one.name().isEmpty() ? "" : "C" + ++no;
            one.documents()
                    .forEach(it -> documents
                            .computeIfAbsent(it, _ -> new LinkedHashSet<>())
                            .add(of));
        }
    }

    /** The files of the package by their names. */
    static Map<String, String> of(ProcedureRecord record) {
        var it = new PackageSkeleton(record);
        var files = new TreeMap<String, String>();
        files.put(
                PackageReader.RECORD,
                text("Lập từ bản ghi đã công bố; chưa ai đối chiếu. Tên tiếng Anh còn là tiếng Việt", it.record()));
        files.put(PackageReader.FORM, text("Mới có lời cam đoan; chưa có câu hỏi nào của tờ khai", it.form()));
        files.put(
                PackageReader.ROUTE,
                text("Bốn bước mẫu, chưa đối chiếu với quy trình nội bộ của tỉnh", it.route.node(it.usual())));
        files.put(PackageReader.RESULT, text("Mẫu kết quả chưa đối chiếu", it.result()));
        var none = YAML.createObjectNode();
        none.putArray("examples");
        files.put(PackageReader.EXAMPLES, text("Cần ít nhất hai ví dụ trước khi trình", none));
        return Map.copyOf(files);
    }

    private static String text(String remark, ObjectNode node) {
        return "# " + remark + "\n" + YAML.writeValueAsString(node).replaceFirst("^---\\s*", "");
    }

    private ObjectNode record() {
        var node = YAML.createObjectNode();
        node.put("code", record.code());
        node.set("name", words(record.name()));
        node.set("shortName", words(record.shortName()));
        node.put("sector", record.sector());
        node.putObject("issuer")
                .put("code", record.issuer().code())
                .put("name", record.issuer().name());
        node.put("decision", record.decision());
        var levels = node.putArray("levels");
        record.levels().forEach(it -> levels.add(it.name()));
        node.put("agencyType", route.agencyType());
        node.put("receivedBy", route.receivedBy());
        node.put("serviceLevel", record.serviceLevel().name());
        if (!record.partialReason().isEmpty()) {
            node.put("partialReason", record.partialReason());
        }
        var agencies = node.putArray("agencies");
        record.agencies()
                .forEach(
                        it -> agencies.addObject().put("role", it.role().name()).put("name", it.name()));
        node.put("requirements", record.requirements());
        texts(node.putArray("subjects"), record.subjects());
        texts(node.putArray("keywords"), record.keywords());
        channels(node.putArray("channels"));
        limit(node.putObject("timeLimit"));
        documents(node.putArray("documents"));
        fees(node.putArray("fees"));
        var results = node.putArray("results");
        record.results()
                .forEach(it -> results.addObject().put("code", it.code()).set("name", words(it.name())));
        legal(node.putArray("legalBasis"));
        trust(node.putObject("trust"));
        node.putObject("source").put("url", record.detailUrl()).put("via", record.source());
        return node;
    }

    private void channels(ArrayNode channels) {
        for (var it : record.channels()) {
            var channel = channels.addObject().put("method", it.method().name());
            it.times().stream()
                    .findFirst()
                    .ifPresent(time -> channel.putObject("time")
                            .put("amount", time.amount())
                            .put("unit", time.unit().name()));
            it.fees().stream()
                    .findFirst()
                    .ifPresent(fee ->
                            channel.putObject("fee").put("amount", fee.amount()).put("currency", fee.currency()));
        }
    }

    /** The one time that each way of filing has; empty where one has none, several, or one that cannot be counted. */
    private Map<Channel, TimeLimit> times() {
        var times = new LinkedHashMap<Channel, TimeLimit>();
        for (var it : record.channels()) {
            var limit = it.times().size() == 1
                    ? it.times()
                            .getFirst()
                            .limit()
                            .filter(_ -> it.times().getFirst().condition().isEmpty()
                                    && it.times().getFirst().least().isEmpty())
                    : Optional.<TimeLimit>empty();
            if (limit.isEmpty() || times.put(it.method(), limit.get()) != null) {
                return Map.of();
            }
        }
        return times;
    }

    private Optional<TimeLimit> usual() {
        var times = times();
        return times.containsKey(Channel.DIRECT)
                ? Optional.ofNullable(times.get(Channel.DIRECT))
                : times.values().stream().findFirst();
    }

    private void limit(ObjectNode node) {
        var usual = usual();
        if (usual.isEmpty()) {
            node.put("note", "bản ghi không cho một thời hạn tính được; ghi amount và unit trước khi trình");
            return;
        }
        if (usual.get().equals(TimeLimit.sameDay())) {
            node.put("sameDay", true);
        } else {
            amount(node, usual.get());
        }
        var exceptions = YAML.createArrayNode();
        times().forEach((method, limit) -> {
            if (!limit.equals(usual.get())) {
                amount(exceptions.addObject().put("when", "channel == \"" + method + "\""), limit);
            }
        });
        if (!exceptions.isEmpty()) {
            node.set("exceptions", exceptions);
        }
    }

    private static void amount(ObjectNode node, TimeLimit limit) {
        node.put("amount", limit.amount()).put("unit", limit.unit().name());
    }

    private void documents(ArrayNode nodes) {
        int no = 0;
        for (var entry : documents.entrySet()) {
            var it = entry.getKey();
            var node = nodes.addObject().put("id", "giay-" + ++no);
            node.set("name", words(it.name()));
            if (entry.getValue().contains("") || cases.size() < 2) {
                node.put("required", true);
            } else {
                var names = entry.getValue().stream()
                        .map(id -> cases.getOrDefault(id, ""))
                        .collect(Collectors.joining("; "));
                node.put(
                        "required",
                        CASE + " in ["
                                + entry.getValue().stream()
                                        .map(id -> "\"" + id + "\"")
                                        .collect(Collectors.joining(", "))
                                + "]");
                node.set("when", words("trường hợp: " + names));
            }
            it.originals().filter(count -> count > 0).ifPresent(count -> node.put("originals", count));
            it.copies().filter(count -> count > 0).ifPresent(count -> node.put("copies", count));
            if (it.eForm()) {
                node.put("eForm", true);
            }
            if (!it.code().isEmpty()) {
                node.put("nationalCode", it.code());
            }
        }
    }

    /** One amount by the way of filing, where the record gives one to each; a zero may mean that a circular says how much. */
    private void fees(ArrayNode nodes) {
        var amounts = new LinkedHashMap<Channel, BigDecimal>();
        for (var it : record.channels()) {
            var plain = it.fees().size() == 1
                    && it.fees().getFirst().currency().equals("VND")
                    && it.fees().getFirst().condition().isEmpty()
                    && it.fees().getFirst().amount().signum() > 0
                    && it.fees().getFirst().amount().stripTrailingZeros().scale() <= 0;
            if (!plain || amounts.put(it.method(), it.fees().getFirst().amount()) != null) {
                return;
            }
        }
        if (amounts.isEmpty()) {
            return;
        }
        var same = amounts.values().stream().distinct().count() == 1;
        var last =
                amounts.values().stream().skip(amounts.size() - 1L).findFirst().orElseThrow();
        var expression = new StringBuilder();
        if (!same) {
            amounts.entrySet().stream()
                    .limit(amounts.size() - 1L)
                    .forEach(it -> expression
                            .append("channel == \"")
                            .append(it.getKey())
                            .append("\" ? ")
                            .append(it.getValue().toBigIntegerExact())
                            .append(" : "));
        }
        expression.append(last.toBigIntegerExact());
        var node = nodes.addObject().put("id", "le-phi");
        node.set("name", words("Phí, lệ phí"));
        node.put("kind", FeeRule.Kind.CHARGE.name());
        node.put("amount", expression.toString());
        if (!same) {
            node.set("says", words("Tùy cách nộp"));
        }
        node.put("trust", "chưa đối chiếu: mức như bản ghi, chưa biết là phí hay lệ phí");
    }

    private void legal(ArrayNode nodes) {
        for (var it : record.legalBasis()) {
            var node = nodes.addObject().put("number", it.number());
            if (!it.name().isEmpty()) {
                node.put("name", it.name());
            }
            if (!it.issuer().isEmpty()) {
                node.put("issuer", it.issuer());
            }
            it.date().ifPresent(day -> node.put("date", day.toString()));
        }
    }

    private static void trust(ObjectNode node) {
        node.put("record", "chưa đối chiếu: lấy từ bản ghi đã nhập")
                .put("timeAndFee", "chưa đối chiếu: như bản ghi, chỗ bản ghi không rõ để trống")
                .put("documents", "chưa đối chiếu: như bản ghi, điều kiện theo trường hợp")
                .put("legalBasis", "chưa đối chiếu: như bản ghi")
                .put("form", "chưa đối chiếu: mới có lời cam đoan")
                .put("route", "chưa đối chiếu: bốn bước mẫu")
                .put("result", "chưa đối chiếu: mẫu tạm");
    }

    private ObjectNode form() {
        var node = YAML.createObjectNode();
        node.put("form", "TK-" + record.code());
        node.put("vi", "Tờ khai điện tử").put("en", "E-form");
        if (cases.size() > 1) {
            var question = node.putArray("questions").addObject().put("id", CASE);
            question.put("vi", "Bạn thuộc trường hợp nào?").put("en", "Which case is yours?");
            question.put("kind", "select").put("required", true);
            var options = question.putObject("options");
            cases.forEach((id, name) -> options.set(id, words(name)));
        }
        var section = node.putArray("sections").addObject().put("id", "commit");
        section.put("vi", "Cam đoan").put("en", "Declaration");
        section.putArray("fields")
                .addObject()
                .put("id", "commit.agree")
                .put("vi", "Tôi cam đoan những điều đã khai là đúng sự thật")
                .put("en", "I declare that what I have stated is true")
                .put("kind", "consent")
                .put("required", true)
                .put("mustBe", true);
        return node;
    }

    private ObjectNode result() {
        var name = record.results().stream()
                .findFirst()
                .map(ProcedureRecord.Result::name)
                .orElse(record.shortName());
        var node = YAML.createObjectNode().put("title", name);
        node.putArray("lines").add("Hồ sơ số {{dossier.no}}: " + record.name());
        return node.put("signer", "Người có thẩm quyền");
    }

    /** Vietnamese in both places: the check of texts names it until somebody writes the English. */
    private static ObjectNode words(String vi) {
        return YAML.createObjectNode().put("vi", vi).put("en", vi);
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }
}
