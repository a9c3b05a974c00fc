/** Comments that keep findings quiet: read, applied, and reported when they are stale. */
@NullMarked
package dev.untether.review.suppression;

import org.jspecify.annotations.NullMarked;
