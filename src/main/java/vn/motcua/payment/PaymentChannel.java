package vn.motcua.payment;

/** By which way money comes. */
public enum PaymentChannel {
    /** Cash at the counter (tiền mặt). */
    CASH,
    /** A card at the counter's terminal (thẻ). */
    CARD,
    /** A transfer to the account, by its VietQR code (chuyển khoản). */
    VIETQR,
    /** Through a payment gateway (cổng thanh toán). */
    GATEWAY;

    /** Where the money is from then on. */
    LedgerAccount money() {
        return switch (this) {
            case CASH -> LedgerAccount.CASH;
            case CARD -> LedgerAccount.CARD;
            case VIETQR -> LedgerAccount.BANK;
            case GATEWAY -> LedgerAccount.GATEWAY;
        };
    }
}
