/** The pages of the register: where anybody checks a result, and where leaders sign. */
@NullMarked
package vn.motcua.result.web;

import org.jspecify.annotations.NullMarked;
