@NullMarked
package dev.untether.asm.arch;

import org.jspecify.annotations.NullMarked;
