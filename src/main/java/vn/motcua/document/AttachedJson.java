package vn.motcua.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.VietnamTime;

/**
 * What a paper says, once more for programs: a file in the PDF, as PDF/A-3 has it (ISO 19005-3, associated file with the
 * relationship Data). JSON of a bounded size is the only file that a PDF may carry here; it runs nothing and is never served.
 */
public final class AttachedJson {

    private static final String NAME = "du-lieu.json";
    private static final String TYPE = "application/json";
    private static final int LARGEST = 256 * 1024;
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName DATA = COSName.getPDFName("Data");
    private static final COSName EMBEDDED = COSName.getPDFName("EF");

    private AttachedJson() {}

    /** The paper with that JSON in it. */
    static byte[] attach(byte[] pdf, byte[] json, Instant at) {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
            file.setSubtype(TYPE);
            file.setSize(json.length);
            var moment = new GregorianCalendar(TimeZone.getTimeZone(VietnamTime.ZONE));
            moment.setTimeInMillis(at.toEpochMilli());
            file.setModDate(moment);
            var specification = new PDComplexFileSpecification();
            specification.setFile(NAME);
            specification.setFileUnicode(NAME);
            specification.setFileDescription("Dữ liệu của giấy này, dành cho máy đọc");
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.getCOSObject().setItem(RELATIONSHIP, DATA);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(NAME, specification));
            var catalog = document.getDocumentCatalog();
            var names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(tree);
            catalog.setNames(names);
            var associated = new COSArray();
            associated.add(specification.getCOSObject());
            catalog.getCOSObject().setItem(ASSOCIATED, associated);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON in a paper; empty where there is none. */
    public static Optional<String> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return specifications(document).stream()
                    .flatMap(it -> json(it).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a PDF that can be read", e);
        }
    }

    private static List<COSDictionary> specifications(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().getDictionaryObject(ASSOCIATED) instanceof COSArray all
                ? all.toList().stream()
                        .map(it -> it instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : it)
                        .filter(COSDictionary.class::isInstance)
                        .map(COSDictionary.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether the file that a specification brings is data of this kind and nothing else. */
    static boolean isData(COSDictionary specification) {
        return json(specification).isPresent();
    }

    private static Optional<String> json(COSDictionary specification) {
        if (!DATA.equals(specification.getDictionaryObject(RELATIONSHIP))
                || !(specification.getDictionaryObject(EMBEDDED) instanceof COSDictionary files)) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        for (var name : files.keySet()) {
            found = text(files.getDictionaryObject(name));
            if (found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    private static Optional<String> text(COSBase file) {
        if (!(file instanceof COSStream stream) || !TYPE.equals(stream.getNameAsString(COSName.SUBTYPE))) {
            return Optional.empty();
        }
        try (var content = stream.createInputStream()) {
            var bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST || !JsonMapper.shared().readTree(bytes).isObject()) {
                return Optional.empty();
            }
            return Optional.of(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
