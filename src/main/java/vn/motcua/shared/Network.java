package vn.motcua.shared;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it can tell callers apart. */
public final class Network {

    private Network() {}

    /** Of an IPv6 address the first half, for whoever has one of the rest has them all; of any other all of it. */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(8, bytes.length)));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /** Whether it is this machine itself. */
    public static boolean isOwnMachine(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether it is an address, not a name. */
    public static boolean isLiteral(String address) {
        try {
            InetAddress.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
