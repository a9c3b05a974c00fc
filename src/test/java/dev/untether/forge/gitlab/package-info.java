/** GitLab, by the word of a double of it. */
@NullMarked
package dev.untether.forge.gitlab;

import org.jspecify.annotations.NullMarked;
