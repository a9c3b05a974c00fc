/** What every forge must do, whichever it is. */
@NullMarked
package dev.untether.forge;

import org.jspecify.annotations.NullMarked;
