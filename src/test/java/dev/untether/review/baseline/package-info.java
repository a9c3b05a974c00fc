@NullMarked
package dev.untether.review.baseline;

import org.jspecify.annotations.NullMarked;
