/** Runs recipes over the files of a module that are not Go's; knows no recipe by name. */
@NullMarked
package dev.untether.recipe.script;

import org.jspecify.annotations.NullMarked;
