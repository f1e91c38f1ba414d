package vn.motcua.payment;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * A receipt that says something wrong is corrected (xử lý biên lai đã lập sai, TT 91/2026/TT-BTC Điều 20): one person says what it should say, another
 * one agrees or not. The amounts stay: what is wrong with them is a matter of refunds. Immutable.
 *
 * @param version counts its events; 1 when it is proposed
 */
record ReceiptCorrection(UUID id, Way way, UUID proposer, State state, int version) {

    /** How it is corrected. */
    enum Way {
        /**
         * Its payer and the tax office are told what was wrong, and the receipt holds (khoản 1): for names, addresses and other words, never for a tax
         * code.
         */
        NOTICE,
        /** Another receipt replaces it (biên lai thay thế, khoản 2). */
        REPLACE
    }

    /** Where it stands. */
    enum State {
        PROPOSED,
        REFUSED,
        DONE
    }

    /**
     * Which ways a collecting body uses ({@code motcua.payment.correction}). The circular lets a name or an address be corrected by a notice and says
     * that nothing has to be issued again; whether a body issues another one all the same is its own.
     */
    enum Rule {
        /** By a notice where that is enough, or by another receipt: as whoever proposes it chooses. */
        NOTICE_OR_REPLACE,
        /** Always by another receipt. */
        REPLACE;

        List<Way> ways() {
            return switch (this) {
                case NOTICE_OR_REPLACE -> List.of(Way.NOTICE, Way.REPLACE);
                case REPLACE -> List.of(Way.REPLACE);
            };
        }
    }

    /** What a receipt says, or should say. */
    record Words(ReceiptSheet sheet, List<ReceiptLine> lines) {

        /** Keeps its own copy. */
        Words {
            lines = List.copyOf(lines);
        }

        /** Whether the names of its lines, or the texts that fix them, are others. */
        boolean otherLines(Words other) {
            return !lines.equals(other.lines);
        }

        private boolean sameMoney(Words other) {
            return lines.size() == other.lines.size()
                    && IntStream.range(0, lines.size())
                            .allMatch(it -> lines.get(it).amount()
                                            == other.lines.get(it).amount()
                                    && lines.get(it).kind()
                                            == other.lines.get(it).kind());
        }
    }

    /**
     * Proposed.
     *
     * @param rule what the collecting body uses
     */
    static ReceiptCorrection proposed(UUID id, Way way, UUID by, Words says, Words should, Rule rule) {
        if (!rule.ways().contains(way)) {
            throw new Refused(PaymentRefusal.CORRECTION_WAY);
        }
        if (!says.sameMoney(should)) {
            throw new IllegalArgumentException("a correction moves no money");
        }
        if (should.sheet().payer().isEmpty()
                || should.lines().stream().anyMatch(it -> it.name().isEmpty())) {
            throw new Refused(PaymentRefusal.CORRECTION_EMPTY);
        }
        if (says.sheet().differences(should.sheet()).isEmpty() && !says.otherLines(should)) {
            throw new Refused(PaymentRefusal.CORRECTION_NOTHING);
        }
        if (way == Way.NOTICE && !says.sheet().taxCode().equals(should.sheet().taxCode())) {
            throw new Refused(PaymentRefusal.CORRECTION_TAX_CODE);
        }
        return new ReceiptCorrection(id, way, by, State.PROPOSED, 1);
    }

    /** A second person agrees, or does not. */
    ReceiptCorrection decided(UUID by, boolean agreed) {
        if (state != State.PROPOSED) {
            throw new Refused(PaymentRefusal.CORRECTION_STATE, Phrase.of("payment.correction.state." + state));
        }
        if (proposer.equals(by)) {
            throw new Refused(PaymentRefusal.CORRECTION_SECOND_PERSON);
        }
        return new ReceiptCorrection(id, way, proposer, agreed ? State.DONE : State.REFUSED, version + 1);
    }
}
