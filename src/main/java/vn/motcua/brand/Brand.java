package vn.motcua.brand;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.document.FileId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What an agency fills in about itself; an empty text is one that it does not fill in.
 *
 * @param name in the header of pages
 * @param paperName in the head of papers and in messages, where the legal name is to be another than the unit's
 * @param accent a word of the {@link Palette}
 * @param address where people come
 * @param hotline the telephone number they call
 * @param footer a line below each page
 * @param emblem the picture beside the name, always PNG
 */
public record Brand(
        String name,
        String nameEn,
        String paperName,
        String accent,
        String address,
        String hotline,
        String footer,
        String footerEn,
        Optional<FileId> emblem) {

    /** Nothing filled in. */
    public static final Brand NONE = new Brand("", "", "", "", "", "", "", "", Optional.empty());

    private static final Pattern HOTLINE = Pattern.compile("[+(]?[0-9][0-9 ().-]{1,28}[0-9]");
    private static final int NAME = 120;
    private static final int LINE = 240;

    /** Cleaned; refuses what there is no room for and numbers that are none. */
    public Brand {
        name = kept(name, NAME);
        nameEn = kept(nameEn, NAME);
        paperName = kept(paperName, LINE);
        accent = Text.clean(accent);
        address = kept(address, LINE);
        hotline = Text.clean(hotline);
        footer = kept(footer, LINE);
        footerEn = kept(footerEn, LINE);
        if (!hotline.isEmpty() && !HOTLINE.matcher(hotline).matches()) {
            throw new Refused(BrandRefusal.HOTLINE_WRONG);
        }
    }

    private static String kept(String typed, int longest) {
        var text = Text.clean(typed).replaceAll("\\s+", " ");
        if (text.length() > longest) {
            throw new Refused(BrandRefusal.BRAND_TEXT_TOO_LONG, longest);
        }
        return text;
    }

    /** Its name in that language; empty when it has none. */
    public String name(Language language) {
        return language == Language.EN && !nameEn.isEmpty() ? nameEn : name;
    }

    /** Its last line in that language. */
    public String footer(Language language) {
        return language == Language.EN && !footerEn.isEmpty() ? footerEn : footer;
    }

    /** The same with that picture. */
    public Brand with(Optional<FileId> picture) {
        return new Brand(name, nameEn, paperName, accent, address, hotline, footer, footerEn, picture);
    }

    /** What is not filled in here is as it is above; the name on papers is each unit's own. */
    Brand over(Brand above) {
        return new Brand(
                name.isEmpty() ? above.name : name,
                name.isEmpty() ? above.nameEn : nameEn,
                paperName,
                accent.isEmpty() ? above.accent : accent,
                address.isEmpty() ? above.address : address,
                hotline.isEmpty() ? above.hotline : hotline,
                footer.isEmpty() ? above.footer : footer,
                footer.isEmpty() ? above.footerEn : footerEn,
                emblem.or(() -> above.emblem));
    }
}
