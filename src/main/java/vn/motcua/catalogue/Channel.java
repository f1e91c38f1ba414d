package vn.motcua.catalogue;

/** How a dossier is filed (cách thức thực hiện). The name is the value of {@code channel} in expressions. */
public enum Channel {
    /** Trực tuyến. */
    ONLINE,
    /** Qua bưu chính công ích. */
    POSTAL,
    /** Trực tiếp at the one-stop. */
    DIRECT
}
