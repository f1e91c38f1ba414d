/** The page on which administrators see how the program runs. */
@NullMarked
package vn.motcua.operation.web;

import org.jspecify.annotations.NullMarked;
