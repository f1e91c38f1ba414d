package vn.motcua.identity;

/**
 * What a dossier or a draft is about, as far as a mandate tells matters apart.
 *
 * @param procedure the national code of the procedure (thủ tục hành chính)
 * @param sector its field of administration (lĩnh vực); empty when it names none
 */
public record Matter(String procedure, String sector) {

    /** Where the question is not asked for somebody else: no mandate but one for all matters covers it. */
    public static final Matter NONE = new Matter("", "");
}
