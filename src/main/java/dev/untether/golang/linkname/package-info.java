/** Directives and declarations of one package brought together, as the compiler does it. */
@NullMarked
package dev.untether.golang.linkname;

import org.jspecify.annotations.NullMarked;
