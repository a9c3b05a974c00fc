/** Recipes: what a migration looks for, what it does there, and the code it writes. */
@NullMarked
package dev.untether.recipe;

import org.jspecify.annotations.NullMarked;
