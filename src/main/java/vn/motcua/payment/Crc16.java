package vn.motcua.payment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The checksum of an EMVCo code: CRC-16/CCITT-FALSE (polynomial 1021, begins with FFFF, nothing reflected). */
final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;

    private Crc16() {}

    /** Four capital hexadecimal digits over the UTF-8 bytes of the text. */
    static String of(String text) {
        int crc = 0xFFFF;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (next & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return String.format(Locale.ROOT, "%04X", crc);
    }
}
