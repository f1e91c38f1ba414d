package vn.motcua;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Prints the address when the program is ready; what else a person needs at the start is printed after it. */
@Component
class Announcement {

    private final Messages messages;

    Announcement(Messages messages) {
        this.messages = messages;
    }

    @EventListener
    @Order(0)
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        var address = "http://localhost:" + web.getWebServer().getPort() + "/";
        var screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        screen.println();
        for (var language : Language.values()) {
            screen.println(messages.say(language, "database.ready", address));
        }
        screen.println();
    }
}
