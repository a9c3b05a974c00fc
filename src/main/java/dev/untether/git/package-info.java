/**
 * Makes a change set commits on a branch, straight in the object database: working tree, index and
 * current branch stay as they are. The only package that knows JGit.
 */
@NullMarked
package dev.untether.git;

import org.jspecify.annotations.NullMarked;
