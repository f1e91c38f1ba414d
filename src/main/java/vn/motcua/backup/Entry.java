package vn.motcua.backup;

/**
 * A file of a whole copy as it has to come back.
 *
 * @param sha256 of its content, hexadecimal
 * @param size in bytes, unpacked
 * @param rights as in {@code rw-------}
 * @param path in the data folder
 */
record Entry(String sha256, long size, String rights, String path) {

    String line() {
        return "file " + sha256 + " " + size + " " + rights + " " + path;
    }

    static Entry of(String line) {
        var part = line.split(" ", 5);
        if (part.length != 5) {
            throw new IllegalArgumentException(line);
        }
        return new Entry(part[1], Long.parseLong(part[2]), part[3], part[4]);
    }
}
