@NullMarked
package dev.untether.recipe.golang;

import org.jspecify.annotations.NullMarked;
