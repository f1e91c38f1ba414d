package vn.motcua.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/**
 * What of a payment order is for which dossier. One order may ask for what several dossiers of the same collecting agency owe.
 *
 * @param unit that receives the dossier, whose money it is
 */
record Share(DossierId dossier, UnitId unit, Dong amount) {

    Share {
        if (amount.equals(Dong.ZERO)) {
            throw new IllegalArgumentException("a share of nothing");
        }
    }

    /**
     * What becomes of an order's money, share by share.
     *
     * @param collected pays what its dossier owes
     * @param strayed its dossier owes it no more: to be paid back
     */
    record Settled(List<Share> collected, List<Share> strayed) {

        Settled {
            collected = List.copyOf(collected);
            strayed = List.copyOf(strayed);
        }
    }

    /**
     * Shares out what came, which is as much as the order asks for. A share counts where all of it is still owed: none is taken in part, and none
     * pays another's.
     *
     * @param owed by each dossier now; a dossier that is not there owes nothing
     */
    static Settled settle(List<Share> shares, Map<DossierId, Dong> owed) {
        var collected = new ArrayList<Share>();
        var strayed = new ArrayList<Share>();
        for (var share : shares) {
            var now = owed.getOrDefault(share.dossier(), Dong.ZERO);
            (share.amount().amount() <= now.amount() ? collected : strayed).add(share);
        }
        return new Settled(collected, strayed);
    }

    /** All of them together. */
    static Dong sum(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(Dong.ZERO, Dong::plus);
    }
}
