/** Which forge it is, and how it is spoken to. */
@NullMarked
package dev.untether.forge.connect;

import org.jspecify.annotations.NullMarked;
