package vn.motcua.catalogue;

import vn.motcua.shared.Phrase;

/**
 * Something in a package that keeps it from being published, for its author.
 *
 * @param file in which file
 * @param line where in it, from 1; 0 for the file as a whole
 * @param place the same in the words of the file, e.g. {@code documents[2].name}; may be empty
 * @param words what is wrong
 */
public record PackageProblem(String file, int line, String place, Phrase words) {}
