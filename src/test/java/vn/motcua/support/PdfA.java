package vn.motcua.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.motcua.document.AttachedJson;

/** What veraPDF, the validator of the PDF Association, says of a paper that calls itself PDF/A. */
public final class PdfA {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfA() {}

    /**
     * What is against ISO 19005-2, level B, or against ISO 19005-3 where data is attached; also that it does not claim to be that.
     * Empty for what is as it claims.
     */
    public static List<String> faults(byte[] pdf) {
        return faults(pdf, AttachedJson.of(pdf).isPresent() ? PDFAFlavour.PDFA_3_B : PDFAFlavour.PDFA_2_B);
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
                var validator = Foundries.defaultInstance().createValidator(parser.getFlavour(), false)) {
            if (parser.getFlavour() != flavour) {
                return List.of("claims to be " + parser.getFlavour());
            }
            return validator.validate(parser).getTestAssertions().stream()
                    .map(it ->
                            it.getRuleId().getClause() + "-" + it.getRuleId().getTestNumber() + " " + it.getMessage())
                    .distinct()
                    .toList();
        } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
            return List.of(e.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
