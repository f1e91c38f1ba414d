/** Every endpoint of the running program, called by everybody: what is not theirs is not there. */
@org.jspecify.annotations.NullMarked
package vn.motcua.matrix;
