package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.shared.VietnamTime;

/**
 * How long before the effect of a legal text its procedures are to be announced, and how soon after the decision they are to
 * be published. Data with its source and how sure it is, {@code catalogue/lead-times.yaml}; an installation may bring its own
 * file with {@code motcua.revisions.lead-times}.
 */
@Component
public class LeadTimes {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    private final Map<Track, Map<Duty, Lead>> leads;

    @Autowired
    LeadTimes(
            @Value("${motcua.revisions.lead-times:classpath:catalogue/lead-times.yaml}") String file,
            ResourceLoader loader) {
        this(read(loader.getResource(file)));
    }

    LeadTimes(Map<Track, Map<Duty, Lead>> leads) {
        this.leads = leads;
    }

    /** By whose lead times an edition is measured. */
    public enum Track {
        /** A ministry's. */
        MINISTRY,
        /** Those of the chairman of a provincial people's committee. */
        PROVINCE,
        /** Where the legal text was made by shortened procedure (trình tự, thủ tục rút gọn). */
        SHORTENED
    }

    /** What is to be done in time. */
    public enum Duty {
        /** The decision is signed: counted from the day on which the legal text takes effect. */
        ANNOUNCE,
        /** People can read it: counted from the decision. */
        PUBLISH
    }

    /** How a lead time is counted. */
    public enum Unit {
        CALENDAR_DAY,
        WORKING_DAY
    }

    /** How sure a figure is. */
    public enum Confidence {
        /** Compared with the text of the law. */
        LAW,
        /** Found in a secondary source. */
        SECONDARY,
        /** Not compared with anything. */
        UNCONFIRMED
    }

    /**
     * One lead time.
     *
     * @param days negative: so many before; positive: so many after
     * @param note what is doubtful about it, in Vietnamese; may be empty
     */
    public record Lead(int days, Unit unit, String source, Confidence confidence, String note) {

        /** The last day on which the duty is done in time, counted from that day. */
        LocalDate due(LocalDate from, WorkingCalendar calendar) {
            if (unit == Unit.CALENDAR_DAY) {
                return from.plusDays(days);
            }
            var day = from;
            for (int i = 0; i < Math.abs(days); i++) {
                day = days < 0 ? calendar.previousWorkingDay(day) : calendar.nextWorkingDay(day);
            }
            return day;
        }
    }

    /** How a duty stands. */
    public enum State {
        /** Done in time. */
        KEPT,
        /** Done late. */
        MISSED,
        /** Not done; there is time. */
        OPEN,
        /** Not done, and late. */
        OVERDUE
    }

    /**
     * A duty of one edition, measured.
     *
     * @param from from which day it is counted
     * @param due the last day in time
     * @param done when it was done
     */
    public record Measured(
            Duty duty, Lead lead, LocalDate from, LocalDate due, Optional<LocalDate> done, State state) {}

    /** The lead times of that track. */
    public Map<Duty, Lead> of(Track track) {
        return leads.getOrDefault(track, Map.of());
    }

    /** The duties of an edition over the national calendar; none before it is approved, and none for what came without one. */
    List<Measured> measure(Edition edition, LocalDate today) {
        return edition.phase()
                .approved()
                .map(it -> measure(it, edition.phase().publishedAt().map(VietnamTime::dayOf), today, CALENDAR))
                .orElse(List.of());
    }

    /**
     * Both duties of an approved edition.
     *
     * @param published the day on which people could read it; empty while they cannot
     */
    public List<Measured> measure(
            Phase.Approval approval, Optional<LocalDate> published, LocalDate today, WorkingCalendar calendar) {
        return of(approval.track()).entrySet().stream()
                .map(it -> switch (it.getKey()) {
                    case ANNOUNCE ->
                        measured(
                                it.getKey(),
                                it.getValue(),
                                approval.effectOn(),
                                Optional.of(approval.decision().date()),
                                today,
                                calendar);
                    case PUBLISH ->
                        measured(it.getKey(), it.getValue(), approval.decision().date(), published, today, calendar);
                })
                .toList();
    }

    private static Measured measured(
            Duty duty, Lead lead, LocalDate from, Optional<LocalDate> done, LocalDate today, WorkingCalendar calendar) {
        var due = lead.due(from, calendar);
        var late = done.orElse(today).isAfter(due);
        var state = done.isPresent() ? late ? State.MISSED : State.KEPT : late ? State.OVERDUE : State.OPEN;
        return new Measured(duty, lead, from, due, done, state);
    }

    private static Map<Track, Map<Duty, Lead>> read(Resource file) {
        try {
            return read(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file; refuses with place and reason what nobody would understand. */
    static Map<Track, Map<Duty, Lead>> read(String name, String text) {
        var found = new EnumMap<Track, Map<Duty, Lead>>(Track.class);
        for (var place : YamlPlace.read(name, text).knowing("leads").list("leads")) {
            place.knowing("track", "duty", "days", "unit", "source", "confidence", "note");
            var lead = new Lead(
                    place.need("days").whole(),
                    place.need("unit").oneOf(Unit.class),
                    place.text("source"),
                    place.need("confidence").oneOf(Confidence.class),
                    place.textOr("note", ""));
            var twice = found.computeIfAbsent(place.need("track").oneOf(Track.class), _ -> new EnumMap<>(Duty.class))
                    .put(place.need("duty").oneOf(Duty.class), lead);
            if (twice != null) {
                throw place.refuse("thời hạn này đã có ở trên");
            }
        }
        return found;
    }
}
