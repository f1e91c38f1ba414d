@NullMarked
package vn.motcua.queue.web;

import org.jspecify.annotations.NullMarked;
