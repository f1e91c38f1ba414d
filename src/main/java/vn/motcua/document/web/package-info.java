/** What is answered to more bytes than are taken. */
@NullMarked
package vn.motcua.document.web;

import org.jspecify.annotations.NullMarked;
