package vn.motcua.deadline;

/** An act of law that is cited to people, with how sure its articles are ({@code docs/law/time.md}). */
public enum LegalAct {
    /** Bộ luật Dân sự 2015, read in the codified text. */
    CIVIL_CODE_2015(Standing.IN_FORCE),
    /** Nghị định 61/2018/NĐ-CP, read as codified; from 1/7/2025 replaced by NĐ 118/2025/NĐ-CP. */
    DECREE_61_2018(Standing.REPLACED),
    /** Nghị định 118/2025/NĐ-CP, read only where NĐ 309/2026/NĐ-CP amends it. */
    DECREE_118_2025(Standing.NOT_COMPARED);

    private final Standing standing;

    LegalAct(Standing standing) {
        this.standing = standing;
    }

    /** How sure its articles are. */
    public Standing standing() {
        return standing;
    }

    /** What a reader has to know of an act. */
    public enum Standing {
        /** It holds, and its text was read. */
        IN_FORCE,
        /** Another act took its place, and which article now says it was not found. */
        REPLACED,
        /** It holds, but the number of the article was not compared with its own text. */
        NOT_COMPARED
    }
}
