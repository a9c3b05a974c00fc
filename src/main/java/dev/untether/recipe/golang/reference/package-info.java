/** References from assembly that become calls from Go. */
@NullMarked
package dev.untether.recipe.golang.reference;

import org.jspecify.annotations.NullMarked;
