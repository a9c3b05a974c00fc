/** What the forges share that are spoken to in much the same way: GitLab and Gitea. */
@NullMarked
package dev.untether.forge.rest;

import org.jspecify.annotations.NullMarked;
