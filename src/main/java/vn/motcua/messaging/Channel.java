package vn.motcua.messaging;

/** Ways to reach somebody outside the program. */
public enum Channel {
    /** Mail (thư điện tử). */
    EMAIL,
    /** A short message to a telephone (tin nhắn). */
    SMS
}
