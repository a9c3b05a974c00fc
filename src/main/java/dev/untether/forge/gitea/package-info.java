/**
 * Gitea and Forgejo, by their REST interface ({@code /api/swagger} of any of them), which is the
 * same as far as it is used here.
 */
@NullMarked
package dev.untether.forge.gitea;

import org.jspecify.annotations.NullMarked;
