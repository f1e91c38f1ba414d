package vn.motcua.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** What people send, by mistake or on purpose. */
final class HostileFiles {

    private HostileFiles() {}

    interface Making {
        void on(PDDocument document) throws IOException;
    }

    static byte[] pdf(int pages, Making making) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            making.on(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(int pages) {
        return pdf(pages, _ -> {});
    }

    static byte[] pdfWithScript() {
        return pdf(1, it -> it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('chào')")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(1, it -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            it.getPage(0).getAnnotations().add(link);
        });
    }

    /** A dynamic form, as some agencies' old declarations are. */
    static byte[] pdfWithXfa() {
        return pdf(1, it -> {
            var form = new COSDictionary();
            form.setItem(COSName.getPDFName("XFA"), new COSDictionary());
            it.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
    }

    static byte[] pdfWithFileInside() {
        return pdf(1, it -> {
            var file = new PDComplexFileSpecification();
            file.setFile("hoa-don.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(it, new ByteArrayInputStream(exe())));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("hoa-don.exe", file));
            var names = new PDDocumentNameDictionary(it.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            it.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] pdfUnderPassword(String toOpen) {
        return pdf(1, it -> it.protect(new StandardProtectionPolicy("chu", toOpen, new AccessPermission())));
    }

    /** Whose object stream unpacks from half a megabyte to five hundred. */
    static byte[] pdfBomb(String type) {
        var packed = packed(500 << 20);
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"));
        var at = out.size();
        out.writeBytes(latin(
                "3 0 obj\n<</Type/" + type + "/Size 9/W[1 2 1]/Root 1 0 R/N 100/First 900/Filter/FlateDecode/Length "
                        + packed.length + ">>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(latin("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] exe() {
        var program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        ByteBuffer.wrap(program)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(0x3c, 128)
                .putInt(128, 0x4550);
        return program;
    }

    /** A web page with a PDF behind it, which readers of PDF would open too. */
    static byte[] webPageThatIsAlsoPdf() {
        var page = latin("<html><script>alert(1)</script><!--\n");
        var pdf = pdf(1);
        return ByteBuffer.allocate(page.length + pdf.length).put(page).put(pdf).array();
    }

    static byte[] zipBomb() throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("khai-sinh.pdf"));
                for (var i = 0; i < 100; i++) {
                    zip.write(new byte[1 << 20]);
                }
                zip.closeEntry();
            }
            return out.toByteArray();
        }
    }

    static byte[] image(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (var i = 0; i < width * height; i++) {
                image.setRGB(i % width, i / width, i * 7919);
            }
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A kilobyte that claims to be 50,000 by 50,000. */
    static byte[] pixelFlood() {
        var png = ByteBuffer.wrap(image("png", 8, 8));
        png.putInt(16, 50_000).putInt(20, 50_000);
        var sum = new CRC32();
        sum.update(png.array(), 12, 17);
        return png.putInt(29, (int) sum.getValue()).array();
    }

    /** Taken in Sa Pa with the telephone on its side: Exif with orientation 6 and a position, and words after the end. */
    static byte[] photographWithPlace() {
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + 60)
                .put(latin("Exif\0\0MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(38)
                .putInt(0)
                .put(latin("GPS 22.3364 N 103.8438 E"))
                .array();
        var jpeg = image("jpg", 64, 48);
        var trailer = latin("<script>alert(1)</script>");
        return ByteBuffer.allocate(jpeg.length + exif.length + 4 + trailer.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .put(trailer)
                .array();
    }

    /** With a colour profile, at 300 dots per inch. */
    static byte[] photographWithProfile() {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var jpeg = image("jpg", 64, 48);
        ByteBuffer.wrap(jpeg).put(13, (byte) 1).putShort(14, (short) 300).putShort(16, (short) 300);
        return ByteBuffer.allocate(jpeg.length + profile.length + 18)
                .put(jpeg, 0, 20)
                .putShort((short) 0xFFE2)
                .putShort((short) (profile.length + 16))
                .put(latin("ICC_PROFILE\0\1\1"))
                .put(profile)
                .put(jpeg, 20, jpeg.length - 20)
                .array();
    }

    /** In four colours. */
    static byte[] photographForPresses() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new ByteArrayOutputStream();
                var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null), null, null));
            to.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Every chunk of it is in order, and its picture is noise that nobody packed. */
    static byte[] pngOfNothing() {
        var png = ByteBuffer.allocate(8 + 25 + 12 + 64 + 12).put(image("png", 40, 30), 0, 33);
        var noise = new byte[64];
        Arrays.fill(noise, (byte) 0xA5);
        return chunk(chunk(png, "IDAT", noise), "IEND", new byte[0]).array();
    }

    private static ByteBuffer chunk(ByteBuffer png, String name, byte[] content) {
        var sum = new CRC32();
        sum.update(latin(name));
        sum.update(content);
        return png.putInt(content.length).put(latin(name)).put(content).putInt((int) sum.getValue());
    }

    /** A HEIC file down to the boxes that say its size. */
    static byte[] heic(int width, int height) {
        var ispe = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        var meta = box("iprp", box("ipco", ispe));
        return ByteBuffer.allocate(24 + 12 + meta.length + 16)
                .put(box("ftyp", latin("heic\0\0\0\0mif1heic")))
                .putInt(12 + meta.length)
                .put(latin("meta"))
                .putInt(0)
                .put(meta)
                .put(box("mdat", new byte[8]))
                .array();
    }

    /** One of a telephone that knows where it was: Exif with the place, XMP, a box of another program. */
    static byte[] heicWithPlace() {
        var exif = latin("\0\0\0\6Exif\0\0GPS 22.3364N 103.8438E");
        var xmp = latin("<x:xmpmeta>GPSLatitude 22,20.18N</x:xmpmeta>");
        var picture = latin("picture of a paper");
        var ispe = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(4032).putInt(3024).array());
        var iinf = box("iinf", joined(latin("\0\0\0\0\0\3"), item(1, "hvc1"), item(2, "Exif"), item(3, "mime")));
        var made = new byte[0];
        for (int round = 0; round < 2; round++) {
            // The second time it is known where the data lie
            var data = made.length - exif.length - xmp.length - picture.length;
            var iloc = box(
                    "iloc",
                    joined(
                            latin("\0\0\0\0D\0\0\3"),
                            place(1, data, picture.length),
                            place(2, data + picture.length, exif.length),
                            place(3, data + picture.length + exif.length, xmp.length)));
            made = joined(
                    box("ftyp", latin("heic\0\0\0\0mif1heic")),
                    box("meta", joined(new byte[4], iinf, iloc, box("iprp", box("ipco", ispe)))),
                    box("uuid", latin("0123456789abcdefGPS of another program")),
                    box("mdat", joined(picture, exif, xmp)));
        }
        return made;
    }

    private static byte[] item(int id, String type) {
        return box("infe", joined(latin("\2\0\0\0\0" + (char) id + "\0\0"), latin(type), latin("\0")));
    }

    private static byte[] place(int id, int at, int length) {
        return ByteBuffer.allocate(14)
                .putShort((short) id)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(at)
                .putInt(length)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(latin(name))
                .put(content)
                .array();
    }

    private static byte[] packed(int size) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(9);
        var zeros = new byte[1 << 20];
        var part = new byte[1 << 16];
        for (var i = 0; i < size / zeros.length; i++) {
            deflater.setInput(zeros);
            for (var n = deflater.deflate(part); n > 0; n = deflater.deflate(part)) {
                out.write(part, 0, n);
            }
        }
        deflater.finish();
        for (var n = deflater.deflate(part); n > 0; n = deflater.deflate(part)) {
            out.write(part, 0, n);
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
