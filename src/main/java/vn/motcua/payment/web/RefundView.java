package vn.motcua.payment.web;

import java.util.List;

/** What the pages of refunds show. */
public final class RefundView {

    private RefundView() {}

    /**
     * The form by which one is asked for.
     *
     * @param base path of the dossier
     * @param wrong what is wrong with what was typed; empty for nothing
     * @param field the field that it is about
     * @param may whether they may ask
     * @param elsewhere what came for this dossier among others and is paid back from another one
     */
    public record Form(
            String base,
            String command,
            List<Choice> sources,
            List<Choice> ways,
            String source,
            String amount,
            String way,
            String account,
            String reason,
            String wrong,
            String field,
            boolean may,
            List<Elsewhere> elsewhere) {}

    /** Money that is paid back from another dossier: what is said of it, and the path there. */
    public record Elsewhere(String said, String path) {}

    /** One of several to choose from. */
    public record Choice(String value, String name) {}

    /** All of the units whose books they see. */
    public record All(List<Line> lines) {}

    /** One in the list. */
    public record Line(String id, String at, String unit, String amount, String way, String state, String tone) {}

    /**
     * One.
     *
     * @param facts what is known of it, each with its heading
     * @param decides whether they can agree or refuse
     * @param pays whether they can say that it was paid back
     * @param ways by which the counter can pay it back
     * @param way what was asked for
     */
    public record One(
            String id,
            String dossier,
            String state,
            String tone,
            List<Choice> facts,
            boolean decides,
            boolean pays,
            List<String> ways,
            String way,
            String answer,
            String wrong) {}
}
