/** What the renderers promise. */
@NullMarked
package dev.untether.review;

import org.jspecify.annotations.NullMarked;
