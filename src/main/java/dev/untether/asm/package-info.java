/**
 * Go assembly: one file, one lossless tree, and the views that read it.
 *
 * <p>Three layers, as in the real assembler: {@link dev.untether.asm.AsmParser} makes the tree,
 * unexpanded and complete; {@link dev.untether.asm.Preprocessor} is a view that expands macros and
 * headers for one setting of the conditionals; operands and symbol references are read from what it
 * yields. See GO-ASSEMBLY.md for the grammar.
 */
@NullMarked
package dev.untether.asm;

import org.jspecify.annotations.NullMarked;
