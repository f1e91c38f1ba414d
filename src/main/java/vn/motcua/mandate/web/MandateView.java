package vn.motcua.mandate.web;

import java.util.List;
import java.util.Optional;

/** What the pages about mandates show. */
public final class MandateView {

    private MandateView() {}

    /**
     * All of somebody's.
     *
     * @param given whom they let act for them
     * @param held for whom they act, or asked to
     * @param organisation that they represent, as the sign-in says; empty for none
     * @param asks whether they may ask to act for somebody
     * @param helps whether they are a trusted helper
     * @param done the word of what was just done; empty for nothing
     */
    public record All(
            List<Line> given, List<Line> held, String organisation, boolean asks, boolean helps, String done) {}

    /**
     * One in a list.
     *
     * @param who the other of the two; empty while not known
     * @param kind as what the representative acts
     * @param errands what may be done
     * @param matters in which matters
     * @param state where it stands
     * @param tone of the state's badge
     * @param working the path at which they work for that person; empty when they may not just now
     * @param ends whether it can be ended
     */
    public record Line(
            String id,
            String who,
            String kind,
            String errands,
            String matters,
            String days,
            String state,
            String tone,
            String working,
            boolean ends) {}

    /**
     * One of them.
     *
     * @param asked whether it is the asker's open question
     * @param code under which it is answered, in groups; empty when nothing is open
     * @param address where it is answered
     * @param qr a drawing that leads there; empty when nothing is open
     * @param until wall clock until which it can be answered
     * @param mine whether the reader is who acts
     * @param reason why it was refused; empty for nothing
     */
    public record One(
            Line line,
            boolean asked,
            String code,
            String address,
            String qr,
            String until,
            boolean mine,
            List<Happened> history,
            String reason,
            String done,
            Place place) {}

    /**
     * Where a mandate is shown.
     *
     * @param home the path of the list
     * @param here the path of the page
     * @param officer whether it is shown at a desk
     * @param draft the path of the draft that both fill in; empty for nothing
     */
    public record Place(String home, String here, boolean officer, String draft) {}

    /** Something that happened. */
    public record Happened(String at, String who, String what) {}

    /**
     * The form that asks for one.
     *
     * @param helper the body for which they help; empty for who is no trusted helper
     * @param helperDays how many days a helper may help at most
     * @param chosenDays how many days somebody chosen may act at most
     * @param sectors the fields of administration
     * @param procedures by code
     * @param typed what was typed
     * @param wrong what is wrong; empty for nothing
     * @param wrongAt the id of the field where it is wrong
     */
    public record Form(
            String helper,
            int helperDays,
            int chosenDays,
            List<String> sectors,
            List<Choice> procedures,
            Typed typed,
            String wrong,
            String wrongAt,
            String command) {}

    /** A procedure. */
    public record Choice(String code, String name) {}

    /** As it was typed. */
    public record Typed(
            String kind,
            String matters,
            List<String> sectors,
            List<String> procedures,
            List<String> errands,
            String until) {}

    /**
     * The page on which a person answers.
     *
     * @param code as typed
     * @param wrong why there is nothing to answer; empty for nothing
     * @param mandate its id; empty while none is found
     * @param line what is asked
     * @param offer what is chosen besides; where it is for filling in together
     */
    public record Consent(
            String code, String wrong, String mandate, List<Line> line, String representative, Optional<Offer> offer) {}

    /**
     * What a person chooses when they agree to filling in together.
     *
     * @param procedure its shorter name
     * @param lengths how many minutes they may choose
     * @param asked how many were asked for
     * @param drafts their own drafts of it, by id and when they were saved
     */
    public record Offer(String procedure, List<Integer> lengths, int asked, List<Choice> drafts) {}

    /**
     * Where a helper asks for it, and what they have open.
     *
     * @param body to which they belong
     * @param running what waits for an answer or lasts
     * @param officer whether they are at a desk
     */
    public record Helping(
            String body,
            boolean officer,
            List<Choice> procedures,
            String procedure,
            List<Integer> lengths,
            int minutes,
            List<Line> running,
            String wrong,
            String wrongAt,
            String command) {}
}
