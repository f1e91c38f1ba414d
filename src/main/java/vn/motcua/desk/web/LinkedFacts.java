package vn.motcua.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.desk.web.WorkspaceView.Fact;
import vn.motcua.dossier.Opened;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.Subject;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.linked.Whole;
import vn.motcua.linked.WholeWords;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * What an officer sees of a linked filing: that their dossier is a part of one, and which; the one-stop where the whole
 * came in sees how every part stands.
 */
@Component
class LinkedFacts {

    private final Catalogue catalogue;
    private final LinkedFilings linked;
    private final WholeWords words;
    private final Access access;
    private final Messages messages;

    LinkedFacts(Catalogue catalogue, LinkedFilings linked, WholeWords words, Access access, Messages messages) {
        this.catalogue = catalogue;
        this.linked = linked;
        this.words = words;
        this.access = access;
        this.messages = messages;
    }

    List<Fact> facts(OfficerAt who, Opened dossier, Language language) {
        if (dossier.link().isEmpty()) {
            return List.of();
        }
        var link = dossier.link().get();
        var group = catalogue.revision(link.group());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                messages.say(language, "desk.linked"),
                messages.say(language, "desk.linked.part", link.place(), group.shortName(language))));
        var subject = dossier.subject();
        var counter = Subject.counter(subject.tenant(), subject.receivingUnit(), subject.counterRoles());
        if (link.home().equals(subject.tenant())
                && access.may(who, DeskAct.INTAKE, counter).permitted()) {
            linked.of(dossier.filed().code()).ifPresent(it -> facts.addAll(whole(it, link.part(), language)));
        }
        return facts;
    }

    private List<Fact> whole(Whole whole, String own, Language language) {
        var facts = new ArrayList<Fact>();
        var late = words.late(whole, language);
        facts.add(new Fact(
                messages.say(language, "desk.linked.whole"),
                words.promise(whole, language) + (late.isEmpty() ? "" : " " + late)));
        whole.branches().stream().filter(it -> !it.part().id().equals(own)).forEach(it -> {
            var line = words.line(whole, it, language);
            facts.add(new Fact(
                    messages.say(language, "desk.linked.other", it.place(), line.name()),
                    line.agency() + " · " + line.state() + " · " + line.detail()));
        });
        return facts;
    }
}
