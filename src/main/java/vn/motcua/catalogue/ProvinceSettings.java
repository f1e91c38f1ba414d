package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What provinces have set where the law lets them (nghị quyết Hội đồng nhân dân): fees they waive, amounts and sizes they
 * fix. Read from one reviewed file; where a province has set nothing the value in the procedure's form holds.
 */
@Component
class ProvinceSettings {

    private final List<Setting> settings;

    /** Reads {@code motcua.provinces}; without it nobody has set anything. */
    @Autowired
    ProvinceSettings(@Value("${motcua.provinces:}") String file, ResourceLoader loader) {
        this(file.isBlank() ? List.of() : read(loader.getResource(file)));
    }

    ProvinceSettings(List<Setting> settings) {
        this.settings = List.copyOf(settings);
    }

    /** What holds in that province for that procedure on that day, by name. */
    Map<String, Object> of(String province, String procedure, LocalDate day) {
        var values = new HashMap<String, Object>();
        settings.stream()
                .filter(it -> it.province().equals(province))
                .filter(it -> it.procedures().contains(procedure))
                .filter(it -> it.inForce(day))
                .forEach(it -> values.put(it.parameter(), it.value()));
        return values;
    }

    /** The names of what provinces have set for that procedure, on whatever day. */
    Set<String> parameters(String procedure) {
        return settings.stream()
                .filter(it -> it.procedures().contains(procedure))
                .map(Setting::parameter)
                .collect(Collectors.toSet());
    }

    /**
     * Refuses a setting for a procedure that is not there, or of a name that its package does not know: it would do nothing.
     *
     * @param ended codes of procedures that were abolished; what was set for them may stay
     */
    void check(Shelf shelf, Set<String> ended) {
        for (var setting : settings) {
            for (var code : setting.procedures()) {
                if (ended.contains(code)) {
                    continue;
                }
                var known = shelf.find(code)
                        .filter(ProcedureRevision::runnable)
                        .map(ProcedureRevision::runnableContent)
                        .filter(it -> it.files().values().stream().anyMatch(text -> text.contains(setting.parameter())))
                        .isPresent();
                if (!known) {
                    throw YamlPlace.refused(
                            "motcua.provinces",
                            setting.province() + " " + setting.parameter(),
                            "thủ tục " + code + " không có tham số này");
                }
            }
        }
    }

    private static List<Setting> read(Resource file) {
        try {
            return read(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file; refuses with place and reason what nobody would understand. */
    static List<Setting> read(String name, String text) {
        return YamlPlace.read(name, text).knowing("settings").list("settings").stream()
                .map(ProvinceSettings::one)
                .toList();
    }

    private static Setting one(YamlPlace place) {
        place.knowing("province", "procedures", "parameter", "value", "from", "until", "legal");
        var province = place.text("province");
        if (!province.matches("\\d{2}")) {
            throw place.need("province").refuse("cần mã tỉnh gồm 2 chữ số");
        }
        return new Setting(
                province,
                new HashSet<>(place.texts("procedures")),
                place.text("parameter"),
                value(place.need("value")),
                day(place.need("from")),
                place.maybe("until").map(ProvinceSettings::day),
                place.text("legal"));
    }

    private static Object value(YamlPlace place) {
        var node = place.node();
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber()
                ? (Object) node.longValue()
                : node.isNumber() ? node.doubleValue() : place.text();
    }

    private static LocalDate day(YamlPlace place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeParseException e) {
            throw place.refuse("cần một ngày dạng \"2026-07-01\"");
        }
    }

    /**
     * One setting.
     *
     * @param province two digits
     * @param procedures the national codes for which it holds
     * @param parameter its name in the form
     * @param from first day
     * @param until last day
     * @param legal the resolution
     */
    record Setting(
            String province,
            Set<String> procedures,
            String parameter,
            Object value,
            LocalDate from,
            Optional<LocalDate> until,
            String legal) {

        /** Keeps its own copy. */
        Setting {
            procedures = Set.copyOf(procedures);
        }

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && until.map(it -> !day.isAfter(it)).orElse(true);
        }
    }
}
