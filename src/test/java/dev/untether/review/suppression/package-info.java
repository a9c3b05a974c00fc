@NullMarked
package dev.untether.review.suppression;

import org.jspecify.annotations.NullMarked;
