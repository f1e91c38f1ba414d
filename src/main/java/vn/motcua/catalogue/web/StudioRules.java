package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioPart.Sort;
import vn.motcua.catalogue.StudioProof;
import vn.motcua.form.ExpressionWords;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Refused;

/** Every decision of a package as a table of rules: if … then …, and which example meets which. */
final class StudioRules {

    static final String SHEET = "rules";

    private final StudioWords words;
    private final StudioPackage content;
    private final Optional<StudioProof> proof;
    private final Optional<ExpressionWords> sentences;

    StudioRules(StudioWords words) {
        this.words = words;
        this.content = words.content();
        this.proof = StudioProof.of(content.files());
        this.sentences = sentences();
    }

    private Optional<ExpressionWords> sentences() {
        try {
            return Optional.of(new ExpressionWords(content.formWithEntries(), words.messages(), words.language()));
        } catch (Refused | UnsoundDefinition _) {
            return Optional.empty();
        }
    }

    StudioView.Rules all(String refused) {
        var tables = new ArrayList<StudioView.RuleTable>();
        var begin = new ArrayList<StudioView.Inside>();
        for (var fee : content.elements(part("fees"))) {
            if (fee.kind().equals(StudioPart.FROM)) {
                continue;
            }
            table(new StudioPart(Sort.AMOUNT, fee.id()), fee, tables, begin);
        }
        tables.add(table(part("exceptions"), words.t("studio.part.exceptions")));
        for (var step : content.group() ? List.<Element>of() : content.elements(part("steps"))) {
            for (var sort : List.of(Sort.CHOICE, Sort.UNIT)) {
                table(new StudioPart(sort, step.id()), step, tables, begin);
            }
        }
        tables.add(table(part("documents"), words.t("studio.part.documents")));
        tables.add(table(part("checks"), words.t("studio.part.checks")));
        return new StudioView.Rules(words.frame(), tables, begin, proof.isPresent(), refused);
    }

    private static StudioPart part(String word) {
        return StudioViews.part(word);
    }

    /** A decision with rules is a table; one without can be begun; what decides nothing is neither. */
    private void table(StudioPart part, Element of, List<StudioView.RuleTable> tables, List<StudioView.Inside> begin) {
        int rules;
        try {
            rules = content.elements(part).size();
        } catch (Refused refused) {
            if (refused.code() != AccessRefusal.NOT_THERE) {
                throw refused;
            }
            return;
        }
        var name = of.name().in(words.language());
        var title = words.t("studio.rules." + part.sort(), name.isEmpty() ? of.id() : name);
        if (rules > 1) {
            tables.add(table(part, title));
        } else {
            begin.add(new StudioView.Inside(words.frame().here() + "/" + part.word() + "/item", title));
        }
    }

    private StudioView.RuleTable table(StudioPart part, String title) {
        var all = content.elements(part).stream()
                .filter(it -> !it.kind().equals(StudioPart.FROM))
                .toList();
        var met = proof.map(it -> it.met(part)).orElse(Map.of());
        return new StudioView.RuleTable(
                part.word(),
                "r-" + part.word().replaceAll("[^A-Za-z0-9-]", "-"),
                title,
                words.t("studio.rules.note." + (part.rules() || part.sort() == Sort.EXCEPTIONS ? "first" : "each")),
                words.t(part.rules() ? "studio.rules.add" : "studio.add." + part.sort()),
                IntStream.range(0, all.size())
                        .mapToObj(it -> rule(part, all, it, met))
                        .toList());
    }

    private StudioView.Rule rule(StudioPart part, List<Element> all, int at, Map<String, List<String>> met) {
        var it = all.get(at);
        var otherwise = it.id().equals(StudioPart.OTHERWISE);
        int last = all.size() - (part.rules() ? 2 : 1);
        var name = otherwise || !part.coded() ? words.t("studio.rules.one", at + 1) : words.name(part, it);
        return new StudioView.Rule(
                new StudioView.Row(
                        part.word(),
                        it.id(),
                        StudioViews.anchor(part, it.id()),
                        name,
                        "",
                        at == 0,
                        at == last,
                        !otherwise,
                        part.coded(),
                        List.of(),
                        ""),
                says(it),
                it.condition(),
                then(part, it),
                met.getOrDefault(it.id(), List.of()));
    }

    private String says(Element it) {
        if (it.id().equals(StudioPart.OTHERWISE)) {
            return words.t("studio.rules.otherwise");
        }
        return it.condition().isEmpty()
                ? words.t(it.required().equals("no") ? "studio.rules.never" : "studio.rules.always")
                : sentence(it.condition());
    }

    private String sentence(String expression) {
        return sentences.map(it -> it.say(expression)).orElse(expression);
    }

    private String then(StudioPart part, Element it) {
        var inputs = content.inputs(part, it.id(), it.kind());
        return switch (part.sort()) {
            case AMOUNT -> words.t("studio.says.amount", sentence(inputs.getOrDefault("amount", "")));
            case CHOICE -> step(inputs.getOrDefault("next", ""));
            case UNIT -> inputs.getOrDefault("unit", "");
            case CHECKS -> words.says(part, it);
            default -> words.name(part, it);
        };
    }

    private String step(String id) {
        return content.elements(part("steps")).stream()
                .filter(it -> it.id().equals(id))
                .map(it -> it.name().in(words.language()))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(id.equals("end") ? words.t("studio.rules.end") : id);
    }
}
