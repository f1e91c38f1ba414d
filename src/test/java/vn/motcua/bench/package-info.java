/** How fast it is, measured from outside: {@code ./motcua bench}. Runs from source and needs nothing but a JDK and pgbench. */
@org.jspecify.annotations.NullMarked
package vn.motcua.bench;
