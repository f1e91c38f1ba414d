/** What tests stand on: a real PostgreSQL, a clock that can be set, a program that can be killed. */
@org.jspecify.annotations.NullMarked
package vn.motcua.support;
