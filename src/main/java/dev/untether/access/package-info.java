/** What Go's linker says to a reference to the standard library, told without building. */
@NullMarked
package dev.untether.access;

import org.jspecify.annotations.NullMarked;
