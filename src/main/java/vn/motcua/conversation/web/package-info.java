/** The thread on a page, the same for both sides. */
@NullMarked
package vn.motcua.conversation.web;

import org.jspecify.annotations.NullMarked;
