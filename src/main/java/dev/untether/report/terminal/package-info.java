/** What terminals show beside text, and when to use it. */
@NullMarked
package dev.untether.report.terminal;

import org.jspecify.annotations.NullMarked;
