/** Renders what {@code untether explain} says, for people and for programs. */
@NullMarked
package dev.untether.report.explanation;

import org.jspecify.annotations.NullMarked;
