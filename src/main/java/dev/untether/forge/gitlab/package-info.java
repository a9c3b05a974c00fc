/** GitLab, by its REST interface ({@code docs.gitlab.com/api/rest}). */
@NullMarked
package dev.untether.forge.gitlab;

import org.jspecify.annotations.NullMarked;
