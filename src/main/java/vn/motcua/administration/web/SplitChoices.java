package vn.motcua.administration.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.motcua.administration.UnitChanges;
import vn.motcua.administration.UnitImpact;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** What a change of units would do, in words; and what a split by area gives to its parts. */
@Component
class SplitChoices {

    private final UnitChanges changes;
    private final AdministrativeUnits places;
    private final Kinds kinds;
    private final Messages messages;

    SplitChoices(UnitChanges changes, AdministrativeUnits places, Kinds kinds, Messages messages) {
        this.kinds = kinds;
        this.changes = changes;
        this.places = places;
        this.messages = messages;
    }

    /** The wards where the unit's word counts; none for one of a single ward and for one of the whole country. */
    List<Forms.Choice> wards(Unit unit, LocalDate day, Language language) {
        var all = switch (unit.territory()) {
            case Territory.Nation _ -> List.<Forms.Choice>of();
            case Territory.Province(var code) ->
                places.wards(code, day).stream()
                        .map(it -> new Forms.Choice(it.code(), it.fullName(language)))
                        .toList();
            case Territory.Wards it ->
                it.places().stream()
                        .map(code ->
                                new Forms.Choice(code, places.name(code, day).orElse(code)))
                        .toList();
        };
        return all.size() < 2 ? List.of() : all;
    }

    /** Whoever works there. */
    List<Forms.Choice> officers(Administrator who, Unit unit) {
        return changes.officers(who, unit.id()).entrySet().stream()
                .map(it -> new Forms.Choice(it.getKey().toString(), it.getValue()))
                .toList();
    }

    /** What a change would do, in words. */
    UnitPages.Impact impact(UnitImpact it, Map<String, String> typed, Language language) {
        return new UnitPages.Impact(
                messages.say(language, it.what()),
                messages.say(language, it.sum()),
                it.positions().stream()
                        .map(one -> List.of(
                                one.name(),
                                kinds.roleName(one.role(), language),
                                one.from(),
                                orEnds(one.to(), language)))
                        .toList(),
                it.work().stream()
                        .map(one -> List.of(
                                kinds.roleName(one.role(), language),
                                one.from(),
                                orEnds(one.to(), language),
                                messages.say(language, "administration.units.steps", one.steps(), one.claimed())))
                        .toList(),
                it.below(),
                undecided(it, language),
                parts(typed),
                !typed.getOrDefault("kind", "").equals("rename"),
                typed);
    }

    private String orEnds(String to, Language language) {
        return to.isEmpty() ? messages.say(language, "administration.units.ends") : to;
    }

    /** The dossiers somebody has to decide about: number or that there is none, procedure, place. */
    private List<Forms.Choice> undecided(UnitImpact impact, Language language) {
        return impact.undecided().stream()
                .map(it -> new Forms.Choice(
                        it.dossier().toString(),
                        messages.say(
                                language,
                                "administration.units.undecided.one",
                                it.number().isEmpty()
                                        ? messages.say(language, "administration.units.undecided.noNumber")
                                        : it.number(),
                                it.procedure(),
                                it.place().isEmpty()
                                        ? messages.say(language, "administration.units.undecided.noPlace")
                                        : places.name(it.place(), impact.day()).orElse(it.place()))))
                .toList();
    }

    /** The parts that were named. */
    private List<Forms.Choice> parts(Map<String, String> typed) {
        return IntStream.rangeClosed(1, UnitPages.PARTS)
                .mapToObj(Integer::toString)
                .filter(it -> !typed.getOrDefault("part" + it, "").isBlank())
                .map(it ->
                        new Forms.Choice(it, typed.getOrDefault("part" + it, "").strip()))
                .toList();
    }
}
