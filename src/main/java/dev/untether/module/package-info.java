/** Modules, their packages and source files, and what the assembly in them refers to. */
@NullMarked
package dev.untether.module;

import org.jspecify.annotations.NullMarked;
