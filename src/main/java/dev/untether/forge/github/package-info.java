/** GitHub and GitHub Enterprise, by their REST interface. */
@NullMarked
package dev.untether.forge.github;

import org.jspecify.annotations.NullMarked;
