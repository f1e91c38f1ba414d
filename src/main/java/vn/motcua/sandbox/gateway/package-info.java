/** The sandbox's payment gateway: a server of its own that knows nothing of the program but its address and their shared secret. */
@NullMarked
package vn.motcua.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
