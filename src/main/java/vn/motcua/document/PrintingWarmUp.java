package vn.motcua.document;

import com.openhtmltopdf.util.XRRuntimeException;
import gg.jte.TemplateException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints one paper for nobody after the start, in the background: the first one takes seconds, the others do not. */
@Component
class PrintingWarmUp {

    private final Printing printing;

    PrintingWarmUp(Printing printing) {
        this.printing = printing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofPlatform().daemon().name("printing-warm-up").start(this::printOne);
    }

    private void printOne() {
        try {
            var nobody = new PaperParty("-", "-", "-", "-");
            printing.print(new TurnAwaySlip(
                    new Letterhead("-", "-", "-", "-"),
                    PaperSize.A4,
                    "-",
                    nobody,
                    "-",
                    List.of("-"),
                    "-",
                    "-",
                    "-",
                    Followed.NOT));
        } catch (UncheckedIOException | TemplateException | XRRuntimeException e) {
            // Printing may still work for a real paper; whoever prints that one sees the error.
            LoggerFactory.getLogger(PrintingWarmUp.class).error("the first paper could not be printed", e);
        }
    }
}
