/**
 * Brings commits to other repositories and back, by the user's own git: keys, credential helpers,
 * proxies and addresses are as the user has them. Every command runs in a private repository that
 * borrows the objects, so that no setting of the user's repository is ever obeyed, and none of its
 * refs ever moves.
 */
@NullMarked
package dev.untether.git.transport;

import org.jspecify.annotations.NullMarked;
