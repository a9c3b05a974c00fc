/**
 * The one way to speak to a forge's server: whom the token is shown to, how long we wait, what is
 * tried again.
 */
@NullMarked
package dev.untether.forge.http;

import org.jspecify.annotations.NullMarked;
