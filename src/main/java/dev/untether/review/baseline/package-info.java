/** Findings that were there before, so that only new ones count. */
@NullMarked
package dev.untether.review.baseline;

import org.jspecify.annotations.NullMarked;
