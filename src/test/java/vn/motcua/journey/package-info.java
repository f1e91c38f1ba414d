/** Journeys through the whole program: each runnable procedure from filing to result. */
@org.jspecify.annotations.NullMarked
package vn.motcua.journey;
