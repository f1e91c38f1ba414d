package vn.motcua.messaging;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import vn.motcua.shared.Text;

/** What can be an address of mail or a telephone number of Vietnam. */
public final class Addresses {

    private static final int LONGEST = 254;

    private Addresses() {}

    /** Whether a message could go to it on that channel. */
    public static boolean possible(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> isMail(address);
            case SMS -> telephone(address).isPresent();
        };
    }

    /** As it is written for a carrier: mail as typed without blanks around, numbers as digits. */
    public static Optional<String> normal(Channel channel, String typed) {
        return switch (channel) {
            case EMAIL -> Optional.of(Text.clean(typed)).filter(Addresses::isMail);
            case SMS -> telephone(typed);
        };
    }

    /** Enough of it to recognise one's own, too little for a stranger. */
    public static String masked(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> address.replaceFirst("^(.).*(@.*)$", "$1***$2");
            case SMS -> address.length() < 5 ? "***" : "***" + address.substring(address.length() - 3);
        };
    }

    static boolean isMail(String address) {
        if (address.length() > LONGEST || !address.matches("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:.]+")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Mobile numbers have ten digits and begin with 03, 05, 07, 08 or 09; +84 may stand for the first zero. */
    private static Optional<String> telephone(String typed) {
        var digits = Text.clean(typed).replaceAll("[\\s.()-]", "").replaceFirst("^(\\+84|0084)", "0");
        return Optional.of(digits).filter(it -> it.matches("0[35789]\\d{8}"));
    }
}
