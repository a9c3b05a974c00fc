/** What recipes want done, as values. */
@NullMarked
package dev.untether.recipe.change;

import org.jspecify.annotations.NullMarked;
