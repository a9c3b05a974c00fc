/** Tests of running other programs. */
@NullMarked
package dev.untether.process;

import org.jspecify.annotations.NullMarked;
