/** Tests of package dev.untether.syntax. */
@NullMarked
package dev.untether.syntax;

import org.jspecify.annotations.NullMarked;
