/** Runs recipes over the files of a module, in a stated order, until nothing changes. */
@NullMarked
package dev.untether.engine;

import org.jspecify.annotations.NullMarked;
