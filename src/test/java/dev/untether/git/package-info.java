/** Commits on branches, by the word of real git. */
@NullMarked
package dev.untether.git;

import org.jspecify.annotations.NullMarked;
