/** Machine code as the assembler lists it, and how it differs before and after a change. */
@NullMarked
package dev.untether.verify.code;

import org.jspecify.annotations.NullMarked;
