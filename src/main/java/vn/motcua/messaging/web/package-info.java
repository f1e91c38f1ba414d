/** Where gateways say what became of a message. */
@NullMarked
package vn.motcua.messaging.web;

import org.jspecify.annotations.NullMarked;
