package vn.motcua.dossier;

/**
 * The paper that carries the decision (giấy tờ kết quả).
 *
 * @param number its own number, as the issuing unit gave it
 * @param file its content hash in the file store
 */
public record ResultPaper(String number, String file) {}
