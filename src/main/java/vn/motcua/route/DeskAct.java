package vn.motcua.route;

/** What an officer may do at a step. A closed set: the legal effect of each belongs to the dossier. */
public enum DeskAct {
    /** The reception takes the dossier in as complete (tiếp nhận). */
    RECEIVE(Way.ON),
    /** The work of the step is done and goes to the next desk (chuyển bước, trình). */
    COMPLETE(Way.ON),
    /** The leader approves (phê duyệt, ký). Which approval decides says {@link Route#decides}. */
    APPROVE(Way.ON),
    /** The clerk registers, seals and issues the result (phát hành). */
    ISSUE(Way.ON),
    /** The result goes to the applicant (trả kết quả). */
    HAND_OVER(Way.ON),
    /** The step is done with a proposal to deny (đề xuất từ chối). */
    PROPOSE_DENIAL(Way.ALSO_ON),
    /** Back to an earlier step (trả lại bước trước). */
    RETURN(Way.BACK),
    /** Back to the applicant for missing or wrong papers (yêu cầu bổ sung); the step stays open. */
    REQUEST_SUPPLEMENT(Way.STAY),
    /** The reception does not take the dossier (từ chối tiếp nhận); the route is stopped. */
    TURN_AWAY(Way.OUT);

    private final Way way;

    DeskAct(Way way) {
        this.way = way;
    }

    /** Where the dossier goes by this act. */
    public Way way() {
        return way;
    }

    /** The key of its name in the messages. */
    public String key() {
        return "route.act." + name();
    }

    /** Where a dossier goes by an act. */
    public enum Way {
        /** To the next step, once the last such act of the step is done. */
        ON,
        /** To the next step at once, in place of the step's other acts. */
        ALSO_ON,
        /** To an earlier step. */
        BACK,
        /** Nowhere: the step stays open. */
        STAY,
        /** Off the route. */
        OUT
    }
}
