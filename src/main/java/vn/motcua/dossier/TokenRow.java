package vn.motcua.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;

/** A row of table {@code route_token}: a visit, with its seat or with who finished it. */
record TokenRow(
        int no,
        String node,
        String fromNode,
        List<Integer> causes,
        Token.State state,
        Optional<String> role,
        Optional<UUID> unit,
        Optional<UUID> officer,
        Optional<Instant> since,
        Instant urgentAt,
        Lane lane) {

    /** The rows of these visits as the dossier has them. */
    static List<TokenRow> of(Dossier dossier, Collection<Token> visits) {
        var urgentAt = dossier.stage()
                .received()
                .map(it -> it.due().at())
                .orElse(dossier.filed().at());
        var lane = Lane.of(dossier.stage());
        return visits.stream()
                .map(it -> {
                    var seat = find(dossier.desk().seats(), it.no(), Desk.Seat::visit);
                    var finished = find(dossier.desk().finished(), it.no(), Desk.Finished::visit);
                    return new TokenRow(
                            it.no(),
                            it.node(),
                            it.from(),
                            it.causes(),
                            it.state(),
                            seat.map(Desk.Seat::role).or(() -> finished.map(Desk.Finished::role)),
                            seat.map(Desk.Seat::unit)
                                    .or(() -> finished.map(Desk.Finished::unit))
                                    .map(UnitId::value),
                            seat.flatMap(Desk.Seat::officer)
                                    .or(() -> finished.map(Desk.Finished::by))
                                    .map(OfficerId::value),
                            seat.map(Desk.Seat::since),
                            urgentAt,
                            lane);
                })
                .toList();
    }

    /** The desk that these rows, all of a dossier, describe. */
    static Desk desk(List<TokenRow> rows) {
        var tokens = rows.stream()
                .map(it -> new Token(it.no(), it.node(), it.fromNode(), it.causes(), it.state()))
                .toList();
        var seats = rows.stream()
                .filter(it -> it.state() == Token.State.OPEN)
                .map(it -> new Desk.Seat(
                        it.no(),
                        it.node(),
                        it.role().orElseThrow(),
                        new UnitId(it.unit().orElseThrow()),
                        it.officer().map(OfficerId::new),
                        it.since().orElseThrow()))
                .toList();
        var finished = rows.stream()
                .filter(it -> it.state() == Token.State.DONE && it.role().isPresent())
                .map(it -> new Desk.Finished(
                        it.no(),
                        it.node(),
                        it.role().orElseThrow(),
                        new UnitId(it.unit().orElseThrow()),
                        new OfficerId(it.officer().orElseThrow())))
                .toList();
        return new Desk(new Tokens(tokens), seats, finished);
    }

    private static <T> Optional<T> find(List<T> all, int visit, java.util.function.ToIntFunction<T> number) {
        return all.stream().filter(it -> number.applyAsInt(it) == visit).findFirst();
    }
}
