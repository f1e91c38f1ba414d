package vn.motcua.sandbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Personas;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Prints where to sign in and as whom, once the program is up. */
@Component
@Profile("demo")
class Programme {

    private final Personas personas;
    private final Messages messages;

    Programme(Personas personas, Messages messages) {
        this.personas = personas;
        this.messages = messages;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        screen.println(messages.say(Language.VI, "sandbox.programme", "http://localhost:" + port + "/sign-in"));
        for (var group : personas.groups(Language.VI)) {
            var cards = group.cards().stream().map(Programme::line).toList();
            screen.println("  " + group.title() + ": " + String.join(", ", cards));
        }
    }

    private static String line(Personas.Card card) {
        return card.name() + " (" + String.join("; ", card.lines()) + ")";
    }
}
