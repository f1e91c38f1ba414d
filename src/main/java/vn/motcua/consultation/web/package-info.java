/** The pages of asking other units, and of answering. */
@NullMarked
package vn.motcua.consultation.web;

import org.jspecify.annotations.NullMarked;
