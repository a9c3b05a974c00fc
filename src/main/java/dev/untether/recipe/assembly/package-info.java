/**
 * Interprets the assembly part of recipes: finds the places in functions where every precondition
 * is proven, and makes the edits. What is not proven is refused, with the reason.
 */
@NullMarked
package dev.untether.recipe.assembly;

import org.jspecify.annotations.NullMarked;
