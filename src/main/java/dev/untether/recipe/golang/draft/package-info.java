/** A Go package as recipes see it, and what it becomes while they work on it. */
@NullMarked
package dev.untether.recipe.golang.draft;

import org.jspecify.annotations.NullMarked;
