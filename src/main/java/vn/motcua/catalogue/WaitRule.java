package vn.motcua.catalogue;

import java.util.Optional;

/**
 * What a procedure says of one kind of waiting.
 *
 * @param stops whether the time limit leaves this time out
 * @param days how many days it may last; after them the officer gets the dossier back. Empty for no last day
 */
public record WaitRule(boolean stops, Optional<Integer> days) {}
