package vn.motcua.payment;

import java.util.ArrayList;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every night: takes in the statements that lie in the folder, and those of the last days from the gateway. What could not be read or fetched
 * holds nothing else up; the round fails with it in the end, and so stands among the jobs of whoever runs the program.
 */
@Component
class StatementRounds {

    private final StatementFolder folder;
    private final GatewayStatements gateway;

    StatementRounds(StatementFolder folder, GatewayStatements gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    /** One round over all tenants. */
    @Scheduled(cron = "${motcua.payment.statements-at:0 30 1 * * *}", zone = "Asia/Ho_Chi_Minh")
    public void go() {
        var troubles = new ArrayList<String>();
        troubles.addAll(folder.take());
        troubles.addAll(gateway.take());
        if (!troubles.isEmpty()) {
            throw new IllegalStateException("statements: " + String.join("; ", troubles));
        }
    }
}
