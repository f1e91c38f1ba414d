package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.PublishedChannel;
import vn.motcua.catalogue.PublishedTime;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Says what a published record holds, and what it lacks. */
record RecordWords(Messages messages, Language language) {

    String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    String channel(Channel channel) {
        return t("catalogue.channel." + channel.name());
    }

    String level(ProcedureRecord.Level level) {
        return t("catalogue.level." + level.name());
    }

    String levels(ProcedureRecord record) {
        return record.levels().stream().sorted().map(this::level).collect(Collectors.joining(", "));
    }

    String service(ProcedureRecord.ServiceLevel level) {
        return t("catalogue.service." + level.name());
    }

    /** The online level; empty when the record does not say. */
    String serviceLevel(ProcedureRecord record) {
        return record.serviceLevel() == ProcedureRecord.ServiceLevel.NOT_SAID ? "" : service(record.serviceLevel());
    }

    /** A kind of unit, or the levels when the record names no kind. */
    String place(ProcedureRecord record) {
        if (!record.agencyType().isEmpty()) {
            return unit(record.agencyType());
        }
        return record.levels().isEmpty() ? t("catalogue.place.unknown") : levels(record);
    }

    /** A kind of unit by its name, or an agency as it is. */
    String settledBy(String agency) {
        return messages.all(language).getOrDefault("catalogue.unit." + agency, agency);
    }

    String unit(String kind) {
        return t("catalogue.unit." + kind);
    }

    /** The times of a way of filing; what could not be read stands as the record writes it. */
    String time(PublishedChannel channel) {
        var said = Stream.concat(channel.times().stream().map(this::time), channel.notUnderstood().stream())
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? t("catalogue.time.unknown") : said;
    }

    /** One time when all ways have the same, else from the shortest to the longest by way. */
    String time(ProcedureRecord record) {
        return joined(
                record.channels(),
                record.channels().stream().map(this::time).distinct().toList(),
                "catalogue.time");
    }

    List<String> fees(PublishedChannel channel) {
        return channel.fees().isEmpty()
                ? List.of(t("catalogue.fee.unknown"))
                : channel.fees().stream().map(this::fee).toList();
    }

    /** What it costs, in short: the remarks stand with the ways of filing. */
    String fee(ProcedureRecord record) {
        return joined(
                record.channels(),
                record.channels().stream()
                        .map(it -> it.fees().isEmpty()
                                ? t("catalogue.fee.unknown")
                                : it.fees().stream().map(this::amount).collect(Collectors.joining("; ")))
                        .distinct()
                        .toList(),
                "catalogue.fee");
    }

    private String joined(List<PublishedChannel> channels, List<String> each, String key) {
        if (channels.isEmpty()) {
            return t(key + ".unknown");
        }
        return each.size() == 1 ? each.getFirst() : t(key + ".byChannel");
    }

    String time(PublishedTime time) {
        var figure = time.least()
                .map(it -> t("catalogue.time.range", number(it), number(time.amount())))
                .orElseGet(() -> number(time.amount()));
        var words = t("catalogue.time." + time.unit().name(), figure);
        return time.condition().isEmpty() ? words : words + " (" + time.condition() + ")";
    }

    private String fee(PublishedChannel.Fee fee) {
        var named = fee.name().isEmpty() ? amount(fee) : fee.name() + ": " + amount(fee);
        return fee.condition().isEmpty() ? named : named + ". " + fee.condition();
    }

    private String amount(PublishedChannel.Fee fee) {
        if (fee.amount().signum() == 0) {
            return t("catalogue.fee.zero");
        }
        var amount =
                String.format(Locale.ROOT, "%,d", fee.amount().toBigInteger()).replace(',', '.');
        return amount + "\u00a0" + (fee.currency().equals("VND") ? "₫" : fee.currency());
    }

    private static String number(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
