package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;

/** Routes of different shapes: a line, a second approval, both ways of a choice, branches at once, other units asked. */
final class AnyRoutes {

    private static final String PARALLEL = """
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, turn-away]}
              - {id: both, kind: split, next: [police, tax]}
              - {id: police, name: Công an, role: police, unit: commune-committee, actions: [complete, request-supplement], next: joined}
              - {id: tax, name: Thuế, role: tax, unit: commune-committee, actions: [complete, propose-denial, return], next: joined}
              - {id: joined, kind: join}
              - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: issue, name: Phát hành, role: clerk, unit: commune-committee, actions: [issue]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [hand-over]}
            """;

    private static final String TWO_APPROVALS = """
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, request-supplement, turn-away]}
              - {id: head, name: Trưởng phòng, role: head, unit: commune-committee, actions: [approve, request-supplement]}
              - {id: approval, name: Chủ tịch, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
            """;

    private static final String ASKING = """
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, request-supplement, turn-away]}
              - {id: both, kind: split, next: [appraisal, opinions]}
              - {id: appraisal, name: Thẩm định, role: specialist, unit: commune-committee, actions: [complete, propose-denial, request-supplement], next: joined}
              - {id: opinions, kind: consultation, name: Lấy ý kiến, role: specialist, unit: commune-committee, hours: 8, ask: [police], silence: agrees, question: Hỏi, next: joined}
              - {id: joined, kind: join}
              - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
            """;

    /** Where the plot has to be looked at somebody goes there; otherwise the papers are enough. */
    static final String CHOOSING = """
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, request-supplement, turn-away]}
              - {id: which, kind: choice, branches: [{when: onSite, next: visit}], otherwise: appraisal}
              - {id: visit, name: Kiểm tra thực địa, role: civil-status-officer, unit: commune-committee, hours: 8, actions: [complete, request-supplement, propose-denial], next: approval}
              - {id: appraisal, name: Thẩm tra, role: civil-status-officer, unit: commune-committee, hours: 4, actions: [complete, request-supplement, propose-denial], next: approval}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
              - {id: hand-over, name: Trả kết quả, role: hand-over, unit: commune-one-stop, hours: 0.5, actions: [issue, hand-over]}
            """;

    /** Each life takes one. */
    static final List<Path> ALL = List.of(
            DossierFixture.PATH,
            path(TWO_APPROVALS, Map.of()),
            path(PARALLEL, Map.of()),
            path(ASKING, Map.of()),
            path(CHOOSING, Map.of("onSite", true)),
            path(CHOOSING, Map.of("onSite", false)));

    private AnyRoutes() {}

    /** Compiled so that a condition is the name of an answer that is true. */
    static Route route(String yaml) {
        return Route.compile(RouteDefinition.read(yaml), text -> facts -> Boolean.TRUE.equals(facts.get(text)));
    }

    private static Path path(String yaml, Map<String, Object> facts) {
        var route = route(yaml);
        var units = Map.of("commune-one-stop", DossierFixture.ONE_STOP, "commune-committee", DossierFixture.COMMITTEE);
        return new Path(
                route,
                facts,
                route.steps().stream()
                        .flatMap(it -> Path.Spot.of(it).stream())
                        .filter(it -> units.containsKey(it.kind()))
                        .collect(Collectors.toMap(Path.Spot::word, it -> units.get(it.kind()))));
    }
}
