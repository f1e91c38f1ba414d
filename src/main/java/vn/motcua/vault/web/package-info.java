/** The owner's pages of their vault. */
@NullMarked
package vn.motcua.vault.web;

import org.jspecify.annotations.NullMarked;
