/** Finds the files that tell the go command what to do: makefiles, workflows, scripts. */
@NullMarked
package dev.untether.module.script;

import org.jspecify.annotations.NullMarked;
