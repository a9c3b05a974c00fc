/** The Go facts needed, with their places: package clauses, imports, directives, declarations. */
@NullMarked
package dev.untether.golang;

import org.jspecify.annotations.NullMarked;
