/** The modules that a main module is built from, as the go command would choose them. */
@NullMarked
package dev.untether.module.dependency;

import org.jspecify.annotations.NullMarked;
