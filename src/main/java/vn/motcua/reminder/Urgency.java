package vn.motcua.reminder;

/** How much it hurries. */
public enum Urgency {
    /** Past its due moment. */
    LATE,
    /** Due today. */
    TODAY,
    /** Little of its time is left. */
    SOON
}
