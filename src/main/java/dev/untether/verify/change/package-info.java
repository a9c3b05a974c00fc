/** Proofs of the changes of a tree: which modules, which builds, and what is left afterwards. */
@NullMarked
package dev.untether.verify.change;

import org.jspecify.annotations.NullMarked;
