/** The list of reminders at the desk. */
@NullMarked
package vn.motcua.reminder.web;

import org.jspecify.annotations.NullMarked;
