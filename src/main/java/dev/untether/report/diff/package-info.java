/** Changes as unified diffs, for people, {@code git apply} and {@code patch}. */
@NullMarked
package dev.untether.report.diff;

import org.jspecify.annotations.NullMarked;
