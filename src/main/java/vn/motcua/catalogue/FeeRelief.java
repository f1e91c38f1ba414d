package vn.motcua.catalogue;

import vn.motcua.form.Words;

/**
 * Why somebody may have to pay less of a fee, or nothing (miễn, giảm).
 *
 * @param id unique within the fee
 * @param name for whom or what
 * @param when CEL condition; what it cannot know yet relieves nobody
 * @param amount CEL giving the đồng that are to be paid then
 * @param legal number of the text that fixes it; may be empty
 */
public record FeeRelief(String id, Words name, String when, String amount, String legal) {}
