package vn.motcua.signature;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Where on a printed paper the signature goes: in the room above the name of who signs, on the last page that has it (ô số 7b
 * of NĐ 30/2020, Phụ lục I). Points, from the upper left.
 *
 * @param page from 1
 * @param x of the left side
 * @param y of the upper side
 */
record SignatureRoom(int page, float x, float y, float width, float height) {

    static final float WIDTH = 150;
    static final float HEIGHT = 52;
    private static final float INITIALS_WIDTH = 58;
    private static final float INITIALS_HEIGHT = 24;
    private static final float MARGIN = 60;
    private static final float GAP = 2;
    /** In the line that says where a copy is kept, the last of the recipients. */
    private static final String KEPT = "lưu: vt";

    /** A line of the paper. */
    private record Line(int page, String text, float left, float right, float top) {}

    /** Above the last line that is that name alone; at the foot of the last page where there is none. */
    static SignatureRoom above(byte[] pdf, String name) {
        try (var document = Loader.loadPDF(pdf)) {
            return find(document, name).orElseGet(() -> foot(document));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a PDF that can be signed", e);
        }
    }

    /**
     * Where initials go (ký nháy): behind the last line of the recipients; at the foot of the last page to the left where there is none.
     *
     * @param before how many stand there already
     */
    static SignatureRoom initials(byte[] pdf, int before) {
        try (var document = Loader.loadPDF(pdf)) {
            return lines(document).reversed().stream()
                    .filter(it -> plain(it.text()).contains(KEPT))
                    .findFirst()
                    .map(it -> new SignatureRoom(
                            it.page(),
                            it.right() + GAP + before * (INITIALS_WIDTH + GAP),
                            Math.max(0, it.top() - INITIALS_HEIGHT / 2),
                            INITIALS_WIDTH,
                            INITIALS_HEIGHT))
                    .orElseGet(() -> foot(document).small(before));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a PDF that can be signed", e);
        }
    }

    private SignatureRoom small(int before) {
        return new SignatureRoom(page, MARGIN + before * (INITIALS_WIDTH + GAP), y, INITIALS_WIDTH, INITIALS_HEIGHT);
    }

    /**
     * Where the agency's seal goes beside it: covering about a third of the signature, to its left (ô số 8).
     *
     * @param size of the seal in points
     */
    SignatureRoom sealed(float size) {
        var left = Math.max(0, x + width / 3 - size);
        return new SignatureRoom(page, left, Math.max(0, y + height / 2 - size / 2), size, size);
    }

    /**
     * Where the agency's seal goes alone: in the middle, with its foot where a signature's would be.
     *
     * @param size of the seal in points
     */
    SignatureRoom inTheMiddle(float size) {
        return new SignatureRoom(
                page, Math.max(0, x + width / 2 - size / 2), Math.max(0, y + height - size), size, size);
    }

    private static Optional<SignatureRoom> find(PDDocument document, String name) throws IOException {
        var wanted = plain(name);
        return lines(document).reversed().stream()
                .filter(it -> plain(it.text()).equals(wanted))
                .findFirst()
                .map(it -> {
                    var middle = (it.left() + it.right()) / 2;
                    var edge = document.getPage(it.page() - 1).getMediaBox().getWidth() - WIDTH;
                    return new SignatureRoom(
                            it.page(),
                            Math.clamp(middle - WIDTH / 2, 0, edge),
                            Math.max(0, it.top() - HEIGHT - GAP),
                            WIDTH,
                            HEIGHT);
                });
    }

    private static SignatureRoom foot(PDDocument document) {
        var page = document.getNumberOfPages();
        var box = document.getPage(page - 1).getMediaBox();
        return new SignatureRoom(page, box.getWidth() - WIDTH - 40, box.getHeight() - HEIGHT - 40, WIDTH, HEIGHT);
    }

    private static List<Line> lines(PDDocument document) throws IOException {
        var lines = new ArrayList<Line>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                var first = letters.getFirst();
                var last = letters.getLast();
                lines.add(new Line(
                        getCurrentPageNo(),
                        text,
                        first.getXDirAdj(),
                        last.getXDirAdj() + last.getWidthDirAdj(),
                        first.getYDirAdj() - first.getHeightDir()));
            }
        };
        stripper.setSortByPosition(true);
        stripper.getText(document);
        return lines;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.forLanguageTag("vi"));
    }
}
