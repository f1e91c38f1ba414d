package vn.motcua.dossier;

/**
 * The status of a dossier as systems tell it to each other and to the national portal: ten words with their numbers.
 */
public enum ExchangedStatus {
    /** Mới đăng ký. */
    FILED(1),
    /** Được tiếp nhận. */
    RECEIVED(2),
    /** Không được tiếp nhận. */
    TURNED_AWAY(3),
    /** Đang xử lý. */
    IN_PROCESS(4),
    /** Yêu cầu bổ sung giấy tờ. */
    SUPPLEMENT(5),
    /** Yêu cầu thực hiện nghĩa vụ tài chính. */
    PAYMENT(6),
    /** Công dân yêu cầu rút hồ sơ. */
    WITHDRAWN(7),
    /** Dừng xử lý. */
    HALTED(8),
    /** Đã xử lý xong. */
    RESOLVED(9),
    /** Đã trả kết quả. */
    HANDED_OVER(10);

    private final int number;

    ExchangedStatus(int number) {
        this.number = number;
    }

    /** The number by which it is exchanged, 1 to 10. */
    public int number() {
        return number;
    }

    /**
     * The status of a dossier in that stage. A denial is a result like any other: 9, then 10. What went to another agency is
     * in process, until that one says otherwise.
     */
    public static ExchangedStatus of(StageKind stage) {
        return switch (stage) {
            case SUBMITTED -> FILED;
            case RECEIVED -> RECEIVED;
            case TURNED_AWAY -> TURNED_AWAY;
            case IN_PROCESS, AWAITING_ANSWER, PASSED_ACROSS -> IN_PROCESS;
            case AWAITING_PAYMENT -> PAYMENT;
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS -> SUPPLEMENT;
            case WITHDRAWN -> WITHDRAWN;
            case HALTED -> HALTED;
            case RESOLVED -> RESOLVED;
            case HANDED_OVER -> HANDED_OVER;
        };
    }
}
