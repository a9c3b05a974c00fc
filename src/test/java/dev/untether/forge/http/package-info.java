/** How a server is spoken to, whichever forge it is. */
@NullMarked
package dev.untether.forge.http;

import org.jspecify.annotations.NullMarked;
