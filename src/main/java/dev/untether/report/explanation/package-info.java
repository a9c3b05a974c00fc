/** Renders what {@code untether explain} and the catalogue of recipes say. */
@NullMarked
package dev.untether.report.explanation;

import org.jspecify.annotations.NullMarked;
