package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.PublishedChannel;
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

    String unit(String kind) {
        return t("catalogue.unit." + kind);
    }

    String time(PublishedChannel channel) {
        return channel.time().map(this::time).orElseGet(() -> t("catalogue.time.unknown"));
    }

    /** One time when all ways have the same, else from the shortest to the longest by way. */
    String time(ProcedureRecord record) {
        return joined(
                record.channels(),
                record.channels().stream().map(this::time).distinct().toList(),
                "catalogue.time");
    }

    String fee(PublishedChannel channel) {
        return channel.fee().map(this::fee).orElseGet(() -> t("catalogue.fee.unknown"));
    }

    String fee(ProcedureRecord record) {
        return joined(
                record.channels(),
                record.channels().stream().map(this::fee).distinct().toList(),
                "catalogue.fee");
    }

    private String joined(List<PublishedChannel> channels, List<String> each, String key) {
        if (channels.isEmpty()) {
            return t(key + ".unknown");
        }
        return each.size() == 1 ? each.getFirst() : t(key + ".byChannel");
    }

    private String time(PublishedChannel.Time time) {
        return t("catalogue.time." + time.unit().name(), number(time.amount()));
    }

    private String fee(PublishedChannel.Fee fee) {
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
