/** The code that recipes write: StringTemplate groups that cannot reach out of their sandbox. */
@NullMarked
package dev.untether.recipe.template;

import org.jspecify.annotations.NullMarked;
