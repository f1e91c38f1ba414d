package vn.motcua.route;

/** What the program does at a step at which nobody works: the dossier is there until it is done, and then goes on. */
public sealed interface ByProgram {

    /**
     * The applicant is written to (gửi thông báo cho người nộp), at each visit once.
     *
     * @param title the first line
     * @param text what it says, as plain text
     */
    record Letter(StepName title, StepName text) implements ByProgram {}

    /** The working hours of the step go by (chờ đủ thời gian), counted by the calendar of its unit. */
    record Pause() implements ByProgram {}

    /** Something has to be so before the dossier goes on (bước tự động). */
    record Check(ProgramCheck what) implements ByProgram {}
}
