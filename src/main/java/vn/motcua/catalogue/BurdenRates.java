package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What the burden meter counts with: seconds by activity, and the income of an hour as the Standard Cost Model takes it. Data
 * with its source and how sure it is, {@code catalogue/burden.yaml}; an installation may bring its own file with
 * {@code motcua.revisions.burden}.
 */
@Component
public class BurdenRates {

    private static final int SECONDS_AN_HOUR = 3600;

    private final Map<Name, Rate> rates;

    @Autowired
    BurdenRates(
            @Value("${motcua.revisions.burden:classpath:catalogue/burden.yaml}") String file, ResourceLoader loader) {
        this(read(loader, file));
    }

    BurdenRates(Map<Name, Rate> rates) {
        this.rates = Map.copyOf(rates);
    }

    /** What is counted with. */
    public enum Name {
        /** Gross domestic product of a head and year, đồng. */
        GDP_PER_HEAD,
        MONTHS_A_YEAR,
        DAYS_A_MONTH,
        HOURS_A_DAY,
        /** To read what is asked, once for each dossier. */
        READ,
        /** To answer a question. */
        ANSWER,
        /** To look at an answer that was filled in already. */
        LOOK,
        /** To copy and attach a paper that lies at hand. */
        PAPER,
        FILE_ONLINE,
        FILE_DIRECT,
        FILE_POSTAL,
        /** To pay, where something is due. */
        PAY,
        FETCH_ONLINE,
        FETCH_DIRECT,
        FETCH_POSTAL
    }

    /** In what a figure is given. */
    public enum Unit {
        SECOND,
        DONG,
        COUNT
    }

    /** A figure. */
    public record Rate(Name name, long value, Unit unit, String source, LeadTimes.Confidence confidence) {}

    /** Every figure, in one order. */
    public List<Rate> all() {
        return Arrays.stream(Name.values()).map(this::rate).toList();
    }

    /** That figure. */
    public long of(Name name) {
        return rate(name).value();
    }

    /** What an hour of somebody's time costs, whole đồng. */
    public long incomePerHour() {
        return Math.round((double) of(Name.GDP_PER_HEAD)
                / (of(Name.MONTHS_A_YEAR) * of(Name.DAYS_A_MONTH) * of(Name.HOURS_A_DAY)));
    }

    /** What so many seconds cost, whole đồng. */
    long cost(long seconds) {
        return Math.round((double) seconds * incomePerHour() / SECONDS_AN_HOUR);
    }

    private Rate rate(Name name) {
        return Objects.requireNonNull(rates.get(name));
    }

    private static Map<Name, Rate> read(ResourceLoader loader, String file) {
        try {
            return read(file, loader.getResource(file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file; refuses with place and reason what nobody would understand, and a figure that is missing. */
    static Map<Name, Rate> read(String file, String text) {
        var found = new EnumMap<Name, Rate>(Name.class);
        var root = YamlPlace.read(file, text).knowing("rates");
        for (var place : root.list("rates")) {
            place.knowing("name", "value", "unit", "source", "confidence");
            var rate = new Rate(
                    place.need("name").oneOf(Name.class),
                    place.need("value").whole(),
                    place.need("unit").oneOf(Unit.class),
                    place.text("source"),
                    place.need("confidence").oneOf(LeadTimes.Confidence.class));
            if (rate.value() < (rate.unit() == Unit.SECOND ? 0 : 1)) {
                throw place.need("value").refuse("cần một số lớn hơn 0");
            }
            if (found.put(rate.name(), rate) != null) {
                throw place.refuse("con số này đã có ở trên");
            }
        }
        for (var name : Name.values()) {
            if (!found.containsKey(name)) {
                throw root.refuse("thiếu " + name);
            }
        }
        return found;
    }
}
