package vn.motcua.identity;

/** What an officer may want to do to a dossier. */
public enum DeskAct {
    /** See it: form, papers, history. */
    SEE,
    /** Receive it (tiếp nhận). */
    RECEIVE,
    /** Turn it away at reception (từ chối tiếp nhận). */
    TURN_AWAY,
    /** Ask for what is missing (yêu cầu bổ sung). */
    REQUEST_SUPPLEMENT,
    /** Finish the step they are on. */
    COMPLETE_STEP,
    /** Send it back to an earlier step (trả lại). */
    SEND_BACK,
    /** Decide, to grant or to deny (phê duyệt). */
    APPROVE,
    /** Apologise and name a new date (xin lỗi, hẹn lại ngày trả). */
    EXTEND,
    /** What whoever has a step may do to any dossier: answer a withdrawal, propose to halt. */
    HANDLE,
    /** Confirm or refuse what a colleague proposed: a second supplement, to halt. */
    CONFIRM,
    /** Answer, as a leader of the unit above, what a unit below asked it to decide. */
    ANSWER_ABOVE,
    /** Propose to correct an issued result (đính chính), or find nothing wrong in it. */
    AMEND,
    /** Number, seal and issue the result (phát hành). */
    ISSUE,
    /** Hand the result over (trả kết quả). */
    HAND_OVER,
    /** Take a fee at the counter (thu phí, lệ phí). */
    TAKE_FEE,
    /** Ask for a fee to be paid back or a receipt to be corrected, and pay back what was agreed to (hoàn trả). */
    REFUND,
    /** Agree, as a second person, that money is paid back or a receipt is corrected. */
    DECIDE_REFUND,
    /** Take an open step to themselves. */
    CLAIM,
    /** Take in a walk-in's dossier at the counter. */
    INTAKE,
    /** Take in, at the counter, what an applicant brings to a supplement request. */
    TAKE_SUPPLEMENT,
    /** Write down, at the counter, that an applicant wants the dossier back. */
    TAKE_WITHDRAWAL
}
