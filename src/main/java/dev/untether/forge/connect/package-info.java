/** From an address to a forge that can be spoken to. */
@NullMarked
package dev.untether.forge.connect;

import org.jspecify.annotations.NullMarked;
