/** Where gateways and banks tell of payments. */
@NullMarked
package vn.motcua.payment.web;

import org.jspecify.annotations.NullMarked;
