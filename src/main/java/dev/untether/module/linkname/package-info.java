/** Linkname directives of whole trees, for all targets at once, and what they refer to. */
@NullMarked
package dev.untether.module.linkname;

import org.jspecify.annotations.NullMarked;
