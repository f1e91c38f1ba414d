package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the money of a tenant comes to, over everything that any test of this database ever booked.
 *
 * @param total of all accounts
 * @param money that lies with us by the ledger
 * @param known that lies with us by receipts, by what strayed and by what went back
 */
record Sums(long total, long money, long known) {

    /** Those of the current scope. */
    static Sums of(JdbcClient db) {
        return db.sql("""
                        select coalesce(sum(v.amount), 0)::bigint as total,
                            coalesce(sum(v.amount) filter (where v.account in ('CASH', 'CARD', 'BANK', 'GATEWAY')), 0)::bigint as money,
                            (select coalesce(sum(r.amount), 0) from receipt r where r.kind = 'ORIGINAL')::bigint
                            + (select coalesce(sum(a.amount), 0) from payment_arrival a where not a.counts)::bigint
                            + (select coalesce(sum(s.amount), 0) from payment_share s where s.strayed)::bigint
                            + (select coalesce(sum(t.amount), 0) from unidentified_transfer t
                                where t.state not in ('ASSIGNED', 'GIVEN_BACK'))::bigint
                            - (select coalesce(sum(d.known - coalesce(d.told, 0)), 0) from statement_difference d where d.state = 'SHORT')::bigint
                            - (select coalesce(sum(f.amount), 0) from refund f where f.state = 'PAID_BACK')::bigint as known
                        from ledger_entry e, lateral (values (e.debit, e.amount), (e.credit, -e.amount)) as v (account, amount)
                        """)
                .query((row, _) -> new Sums(row.getLong("total"), row.getLong("money"), row.getLong("known")))
                .single();
    }

    /** The ledger is balanced, and says the same as the receipts. */
    static void agree(Sums it) {
        assertThat(it.total()).isZero();
        assertThat(it.money())
                .as("money is receipts and what strayed, less what went back")
                .isEqualTo(it.known());
    }
}
