/** Tests of package dev.untether.asm. */
@NullMarked
package dev.untether.asm;

import org.jspecify.annotations.NullMarked;
