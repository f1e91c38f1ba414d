package vn.motcua.route;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OutsideXml;

/**
 * What the import has to say about one element of a BPMN file: that Motcua cannot run it, or what became of it.
 *
 * @param kind what it is about
 * @param element what BPMN calls it, e.g. {@code serviceTask}
 * @param id its id; empty when it has none
 * @param name its name; empty when it has none
 * @param line where it stands in the file, from 1
 * @param details fill {@code {1}}, {@code {2}} … of the sentence; {@code {0}} is the place
 */
public record BpmnFinding(Kind kind, String element, String id, String name, int line, List<String> details) {

    /** Copies what it is given. */
    public BpmnFinding {
        details = List.copyOf(details);
    }

    static BpmnFinding of(Kind kind, OutsideXml.Element at, String... details) {
        return new BpmnFinding(
                kind, at.name(), Bpmn.id(at), Bpmn.clean(at.attribute("name")), at.line(), List.of(details));
    }

    /** The sentence for the author: where, what, and what to do. */
    public String say(Messages messages, Language language) {
        var place = messages.say(
                language,
                id.isEmpty() ? "route.bpmn.at" : name.isEmpty() ? "route.bpmn.atId" : "route.bpmn.atName",
                element,
                id,
                name,
                String.valueOf(line));
        return messages.say(
                language,
                "route.bpmn." + kind.name(),
                Stream.concat(Stream.of(place), details.stream()).toArray());
    }

    /** What can be found. */
    public enum Kind {
        /** Two elements with one id; the line of the first. */
        DUPLICATE_ID(true),
        /** There is no process with anything in it. */
        NO_PROCESS(true),
        /** A second process in the file. */
        SEVERAL_PROCESSES(true),
        /** What is not a process: choreography, conversation. */
        NOT_A_PROCESS(true),
        /** Something outside of the file is wanted. */
        IMPORTED_FILE(true),
        /** An extension that must be understood. */
        MANDATORY_EXTENSION(true),
        /** Details of Motcua in a version that this program does not know. */
        OTHER_VERSION(true),
        /** Details of Motcua that cannot be read: which. */
        BAD_DETAIL(true),
        /** An element that BPMN does not know, or not there. */
        UNKNOWN_ELEMENT(true),
        /** Something that a program should do. */
        AUTOMATIC_TASK(true),
        /** A process in the process, or elsewhere. */
        SUB_PROCESS(true),
        /** Inclusive, complex and event-based gateways. */
        OTHER_GATEWAY(true),
        /** One gateway that brings together and splits. */
        MIXED_GATEWAY(true),
        /** Intermediate and boundary events. */
        EVENT(true),
        /** A start with a message, a timer or the like. */
        START_KIND(true),
        /** An end that does more than end. */
        END_KIND(true),
        /** No start. */
        NO_START(true),
        /** A second start. */
        SEVERAL_STARTS(true),
        /** A step that is done several times. */
        REPEATED(true),
        /** Several flows leave what is no gateway. */
        SEVERAL_WAYS_OUT(true),
        /** Nothing leaves it. */
        NO_WAY_OUT(true),
        /** A condition on a flow that leaves no choice. */
        CONDITION_WITHOUT_CHOICE(true),
        /** A flow that leaves a choice without saying when. */
        FLOW_WITHOUT_CONDITION(true),
        /** A condition in another language: which. */
        CONDITION_LANGUAGE(true),
        /** A flow from or to an element that is not there: which. */
        DANGLING_FLOW(true),
        /** A flow into a start or out of an end. */
        WRONG_WAY(true),
        /** More elements than a route has. */
        TOO_MANY(true),
        /** Extensions of a vendor were left out: namespace, how many. */
        VENDOR_IGNORED(false),
        /** Notes, groups and data were left out: how many. */
        DRAWING_IGNORED(false),
        /** A pool without a process was left out. */
        PARTICIPANT_IGNORED(false),
        /** Messages between pools were left out: how many. */
        MESSAGES_IGNORED(false),
        /** A lane says the role of its steps: which. */
        LANE_AS_ROLE(false),
        /** A lane whose name is no role. */
        LANE_IGNORED(false),
        /** A gateway that only brings ways together was left out. */
        MERGE_REMOVED(false),
        /** It has another id now: which. */
        RENAMED(false),
        /** A task that says nothing of its actions can be completed. */
        ASSUMED_COMPLETE(false),
        /** The one flow without condition is taken when no other is. */
        OTHERWISE_ASSUMED(false),
        /** A condition without the signs of another language around it: what is left. */
        CONDITION_UNWRAPPED(false);

        private final boolean refuses;

        Kind(boolean refuses) {
            this.refuses = refuses;
        }

        /** Whether the file cannot be taken because of it; else it is a note. */
        public boolean refuses() {
            return refuses;
        }
    }
}
