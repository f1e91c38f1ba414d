package vn.motcua.dossier;

import vn.motcua.document.FileId;

/**
 * The paper that carries the decision (giấy tờ kết quả).
 *
 * @param number its own number, as the issuing unit gave it
 * @param file its content in the file store
 */
public record ResultPaper(String number, FileId file) {}
