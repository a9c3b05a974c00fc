/** What the Go assembler knows about each architecture: one class and one table for each. */
@NullMarked
package dev.untether.asm.arch;

import org.jspecify.annotations.NullMarked;
