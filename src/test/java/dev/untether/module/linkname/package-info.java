/** Which directives are found in a tree, on which targets, and where their targets are declared. */
@NullMarked
package dev.untether.module.linkname;

import org.jspecify.annotations.NullMarked;
