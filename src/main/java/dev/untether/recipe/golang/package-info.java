/** Turns matches in Go packages into edits; knows no recipe by name. */
@NullMarked
package dev.untether.recipe.golang;

import org.jspecify.annotations.NullMarked;
