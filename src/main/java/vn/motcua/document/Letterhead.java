package vn.motcua.document;

/**
 * The head of an administrative paper (thể thức, Nghị định 30/2020/NĐ-CP, Điều 8), in words. An empty part is left out.
 *
 * @param upperAgency the agency above, e.g. "ỦY BAN NHÂN DÂN XÃ TẢ VAN"
 * @param unit who issues the paper, e.g. "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
 * @param number with its sign, e.g. "12/TNHS"; printed after "Số:"
 * @param placeAndDate e.g. "Tả Van, ngày 21 tháng 11 năm 2026"
 * @param reached address and telephone of the unit, printed at the foot (Phụ lục I, ô số 13)
 */
public record Letterhead(String upperAgency, String unit, String number, String placeAndDate, String reached) {

    /** Of a unit that does not say where it is reached. */
    public Letterhead(String upperAgency, String unit, String number, String placeAndDate) {
        this(upperAgency, unit, number, placeAndDate, "");
    }
}
