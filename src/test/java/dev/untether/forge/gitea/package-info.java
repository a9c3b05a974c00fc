/** Gitea and Forgejo, by the word of a double of them. */
@NullMarked
package dev.untether.forge.gitea;

import org.jspecify.annotations.NullMarked;
