/** Proves with the real Go toolchain what a change does: before against after, build by build. */
@NullMarked
package dev.untether.verify;

import org.jspecify.annotations.NullMarked;
