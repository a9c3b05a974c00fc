/** Which token goes to which server. */
@NullMarked
package dev.untether.forge.credential;

import org.jspecify.annotations.NullMarked;
