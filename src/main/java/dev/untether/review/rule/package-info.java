/** The rules that a reviewer of linknames applies, one class each. */
@NullMarked
package dev.untether.review.rule;

import org.jspecify.annotations.NullMarked;
