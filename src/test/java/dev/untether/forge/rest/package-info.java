/** What GitLab and Gitea share. */
@NullMarked
package dev.untether.forge.rest;

import org.jspecify.annotations.NullMarked;
