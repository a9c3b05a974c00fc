/** What the modules of the build list bring along: which of them is at fault, and what to do. */
@NullMarked
package dev.untether.review.dependency;

import org.jspecify.annotations.NullMarked;
