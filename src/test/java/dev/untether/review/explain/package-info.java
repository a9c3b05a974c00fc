@NullMarked
package dev.untether.review.explain;

import org.jspecify.annotations.NullMarked;
