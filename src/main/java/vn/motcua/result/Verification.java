package vn.motcua.result;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Revocation;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.Validation;

/** What anybody may know of a result who has its code or its file: that it is real and in force, and nothing of whose it is. */
@Service
public class Verification {

    private final JdbcClient db;
    private final ResultStore store;
    private final OwnerCodes codes;
    private final Validation validation;
    private final Clock clock;
    private final TransactionTemplate reading;

    Verification(
            JdbcClient db,
            ResultStore store,
            OwnerCodes codes,
            Validation validation,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.store = store;
        this.codes = codes;
        this.validation = validation;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * What is public of a result.
     *
     * @param issuedAt when it was issued
     * @param signed whether it is signed digitally; otherwise by hand on paper
     * @param since since when it is replaced or revoked
     * @param replacedBy the code of the one that took its place
     * @param ground on which ground it is revoked
     */
    public record Public(
            ResultCode code,
            String issuer,
            String number,
            Instant issuedAt,
            ResultState state,
            boolean signed,
            Optional<Instant> since,
            Optional<ResultCode> replacedBy,
            Optional<Revocation.Ground> ground) {}

    /**
     * A file that was checked.
     *
     * @param judged its signatures
     * @param known what the register says of exactly this file; empty when it does not know it
     */
    public record Checked(Judgement judged, Optional<Public> known) {}

    /**
     * An issued result of a code.
     *
     * @param shown empty for a sensitive one without its owner's code: that it exists is all that is said of it
     */
    public record Found(ResultCode code, Optional<Public> shown) {}

    /**
     * The issued result of that code; empty also for one that is not issued yet, or never was.
     *
     * @param ownersCode as it was typed; empty for none
     */
    public Optional<Found> find(ResultCode code, String ownersCode) {
        return in(TenantId.NATIONAL, () -> entry(code.digest()))
                .flatMap(it -> in(
                        it.holder(),
                        () -> store.find(it.result())
                                .filter(one -> one.issuedAt().isPresent())
                                .map(one -> new Found(
                                        code,
                                        !one.draft().sensitive() || codes.opens(one.id(), ownersCode)
                                                ? Optional.of(known(one))
                                                : Optional.empty()))));
    }

    /** How the issued result of that code stands, for its owner and whom they show it; also of a sensitive one. */
    public Optional<Public> ofOwner(ResultCode code) {
        return find(code.digest());
    }

    /** Judges the signatures of a file and asks the register for it. Nothing of the file is kept. */
    public Checked check(byte[] file) {
        return new Checked(validation.judge(file, clock.instant()), find(ResultCode.digest(file)));
    }

    private record Entry(TenantId holder, UUID result) {}

    private Optional<Public> find(byte[] digest) {
        return in(TenantId.NATIONAL, () -> entry(digest))
                .flatMap(it -> in(it.holder(), () -> store.find(it.result())))
                .filter(it -> it.issuedAt().isPresent())
                .map(Verification::known);
    }

    private static Public known(Registered it) {
        return new Public(
                it.draft().code(),
                it.draft().issuer().name(),
                it.draft().number(),
                it.issuedAt().orElseThrow(),
                it.state(),
                it.signedAt().isPresent(),
                it.endedAt(),
                it.replacedBy(),
                it.ground());
    }

    private Optional<Entry> entry(byte[] digest) {
        return db.sql("select holder, result from result_directory where tenant_id = 0 and digest = :digest")
                .param("digest", digest)
                .query((row, _) -> new Entry(new TenantId(row.getInt("holder")), row.getObject("result", UUID.class)))
                .optional();
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(reading.execute(_ -> work.get())));
    }
}
