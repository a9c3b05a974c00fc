/** Other programs of this machine, run within bounds. */
@NullMarked
package dev.untether.process;

import org.jspecify.annotations.NullMarked;
