/** Targets and releases of Go, and the build constraints by which files choose among them. */
@NullMarked
package dev.untether.module.target;

import org.jspecify.annotations.NullMarked;
