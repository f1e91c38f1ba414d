package vn.motcua.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.HeldFiles;
import vn.motcua.document.StoredFile;
import vn.motcua.document.Uploads;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What both sides' pages of a thread have in common: taking the files, saying it in words. */
@Component
public class ThreadForm {

    /** How many files may come with one message, with room to say that they are too many. */
    private static final int MOST = 6;

    private final Uploads uploads;
    private final HeldFiles held;
    private final Units units;
    private final Messages messages;

    ThreadForm(Uploads uploads, HeldFiles held, Units units, Messages messages) {
        this.uploads = uploads;
        this.held = held;
        this.units = units;
        this.messages = messages;
    }

    /**
     * Whose page it is.
     *
     * @param template of the page
     * @param side who reads
     * @param applicant as the agency calls the applicant
     */
    public record Frame(String template, Side side, String back, String dossier, String applicant) {}

    /**
     * What was typed and what is wrong with it.
     *
     * @param files those that came with it
     */
    public record Attempt(String typed, String wrong, boolean sent, List<StoredFile> files) {

        /** Nothing yet. */
        public static final Attempt NONE = new Attempt("", "", false);

        /** Keeps its own copy. */
        public Attempt {
            files = List.copyOf(files);
        }

        /** Without files. */
        public Attempt(String typed, String wrong, boolean sent) {
            this(typed, wrong, sent, List.of());
        }
    }

    /** Sends a message: takes its files, then writes; what is refused comes back with everything typed. */
    public ModelAndView send(
            Frame frame, String text, Scope owner, HttpServletRequest request, Sending sending, Reading reading) {
        var files = new ArrayList<StoredFile>();
        try {
            held.collect(files, request, owner, MOST);
            sending.write(text, files);
            return new ModelAndView("redirect:" + frame.back() + "/thread?sent=yes");
        } catch (Refused refused) {
            if (!(refused.code() instanceof ConversationRefusal || refused.code() instanceof DocumentRefusal)) {
                throw refused;
            }
            var said = messages.say(Languages.of(request), refused);
            return page(
                    frame,
                    reading.open(),
                    new Attempt(text, said, false, files),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Languages.of(request));
        }
    }

    /** Writes what was sent. */
    public interface Sending {

        /** With the files that were taken. */
        void write(String text, List<StoredFile> files);
    }

    /** Opens the thread. */
    public interface Reading {

        /** As it is now. */
        Threads.View open();
    }

    /** The page. */
    public ModelAndView page(Frame frame, Threads.View thread, Attempt attempt, HttpStatus status, Language language) {
        return Pages.show(
                frame.template(),
                new ThreadView(
                        frame.back(),
                        frame.dossier(),
                        frame.back() + "/thread",
                        Ids.next().toString(),
                        thread.messages().stream()
                                .map(it -> line(it, frame, language))
                                .toList(),
                        thread.open(),
                        thread.until().map(VietnamTime::moment).orElse(""),
                        attempt.typed(),
                        attempt.wrong(),
                        attempt.sent(),
                        attempt.files(),
                        uploads.checkedForViruses()),
                status);
    }

    private ThreadView.Line line(ThreadMessage message, Frame frame, Language language) {
        var mine = message.from() == frame.side();
        return new ThreadView.Line(
                switch (message.from()) {
                    case AGENCY ->
                        message.unit()
                                .flatMap(units::unit)
                                .map((Unit it) -> it.name(language))
                                .orElse("");
                    case APPLICANT -> mine ? messages.say(language, "conversation.you") : frame.applicant();
                },
                VietnamTime.moment(message.at()),
                mine,
                mine && !message.unread(),
                Arrays.stream(message.text().split("\\R", -1))
                        .filter(it -> !it.isBlank())
                        .toList(),
                message.files().stream()
                        .map(it -> new ThreadView.File(it.id().toString(), it.name()))
                        .toList());
    }
}
