/** The reading of a Go installation's own sources for what its linker will say. */
@NullMarked
package dev.untether.access.goroot;

import org.jspecify.annotations.NullMarked;
