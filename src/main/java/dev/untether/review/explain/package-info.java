/** What there is to say about a symbol: its life over the releases, and what replaces it. */
@NullMarked
package dev.untether.review.explain;

import org.jspecify.annotations.NullMarked;
