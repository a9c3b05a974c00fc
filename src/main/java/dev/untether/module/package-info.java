/** Modules, packages and build constraints: which target builds which file. */
@NullMarked
package dev.untether.module;

import org.jspecify.annotations.NullMarked;
