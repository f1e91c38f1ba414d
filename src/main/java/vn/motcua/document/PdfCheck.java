package vn.motcua.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.shared.Refused;

/**
 * Whether a PDF may be kept. It is kept byte for byte, for a signature in it must stay valid; so what must not be in it
 * is refused. Everything reachable is looked at, wherever it hides, and nothing is drawn.
 */
final class PdfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PdfCheck.class);
    private static final int TAIL = 4_096;
    private static final int MOST_OBJECTS = 500_000;
    /** Actions that run code, start programs, or fetch and send. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute", "GoToE", "Movie");

    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EF");
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");

    private PdfCheck() {}

    /** Refuses what cannot be read whole, is encrypted, has too many pages, runs something or carries files other than
     * data ({@link AttachedJson}). */
    static void check(Path file, UploadLimits limits) throws IOException {
        refuseCutOff(file);
        PdfStreams.refuseBombs(file);
        try (var document = Loader.loadPDF(file.toFile())) {
            if (document.isEncrypted()) {
                throw new Refused(DocumentRefusal.PDF_ENCRYPTED);
            }
            refuseTooManyPages(document.getNumberOfPages(), limits);
            refuseTooManyPages(pagesFound(document), limits);
        } catch (InvalidPasswordException e) {
            throw (Refused) new Refused(DocumentRefusal.PDF_ENCRYPTED).initCause(e);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.info("a PDF that cannot be read: {}", e.toString());
            throw (Refused) new Refused(DocumentRefusal.FILE_BROKEN).initCause(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            LOG.warn("a PDF that exhausts its reader: {}", e.toString());
            throw (Refused) new Refused(DocumentRefusal.PDF_TOO_COMPLEX).initCause(e);
        }
    }

    /** Readers repair a PDF without its end by guessing; half a paper must not count as a paper. */
    private static void refuseCutOff(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var tail = ByteBuffer.allocate(Math.toIntExact(Math.min(TAIL, channel.size())));
            channel.position(channel.size() - tail.capacity());
            while (tail.hasRemaining() && channel.read(tail) >= 0) {}
            if (!new String(tail.array(), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new Refused(DocumentRefusal.FILE_BROKEN);
            }
        }
    }

    private static void refuseTooManyPages(int pages, UploadLimits limits) {
        if (pages < 1) {
            throw new Refused(DocumentRefusal.FILE_BROKEN);
        }
        if (pages > limits.pages()) {
            throw new Refused(DocumentRefusal.PDF_TOO_MANY_PAGES, pages, limits.pages());
        }
    }

    /** Walks everything reachable, refusing what must not be there; the number of pages met. */
    private static int pagesFound(PDDocument document) {
        var seen = Collections.<COSBase>newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<COSBase>();
        var pages = 0;
        open.add(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            var here = open.removeLast();
            if (!seen.add(here)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new Refused(DocumentRefusal.PDF_TOO_COMPLEX);
            }
            switch (here) {
                case COSObject reference -> {
                    var object = reference.getObject();
                    if (object != null) {
                        open.add(object);
                    }
                }
                case COSArray array -> {
                    for (var item : array) {
                        if (item instanceof COSObject || item instanceof COSArray || item instanceof COSDictionary) {
                            open.add(item);
                        }
                    }
                }
                case COSDictionary dictionary -> {
                    refuseActive(dictionary);
                    pages += COSName.PAGE.equals(dictionary.getItem(COSName.TYPE)) ? 1 : 0;
                    open.addAll(dictionary.getValues());
                }
                case COSBase _ -> {}
            }
        }
        return pages;
    }

    private static void refuseActive(COSDictionary dictionary) {
        var action = dictionary.getDictionaryObject(COSName.S);
        if (dictionary.containsKey(SCRIPT)
                || dictionary.containsKey(XFA)
                || (action instanceof COSName name && ACTIONS.contains(name.getName()))) {
            throw new Refused(DocumentRefusal.PDF_HAS_SCRIPT);
        }
        if (dictionary.containsKey(EMBEDDED_FILE) && !AttachedJson.isData(dictionary)) {
            throw new Refused(DocumentRefusal.PDF_HAS_FILES);
        }
    }
}
