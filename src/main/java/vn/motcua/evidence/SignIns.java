package vn.motcua.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.AuditRecord;
import vn.motcua.audit.Evidence;
import vn.motcua.audit.Mark;
import vn.motcua.identity.SignedIn;

/** Shows people what the log says of their own signing in, so that they notice when it was somebody else. */
@Service
public class SignIns {

    private final Evidence evidence;
    private final TransactionTemplate reading;

    SignIns(Evidence evidence, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * A page of it, latest first.
     *
     * @param older where it goes on, empty at the end
     */
    public record Lines(List<AuditRecord> lines, Optional<Mark> older) {}

    /** What is written of whoever asks, before that mark. */
    public Lines of(SignedIn who, Mark before, int limit) {
        var found = who.scope()
                .call(() -> Objects.requireNonNull(
                        reading.execute(_ -> evidence.signIns(who.account().value(), before, limit + 1))));
        return found.size() <= limit
                ? new Lines(found, Optional.empty())
                : new Lines(found.subList(0, limit), Optional.of(Mark.of(found.get(limit - 1))));
    }
}
