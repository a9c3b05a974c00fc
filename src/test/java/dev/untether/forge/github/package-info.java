/** GitHub, as its documentation tells and as we speak to it. */
@NullMarked
package dev.untether.forge.github;

import org.jspecify.annotations.NullMarked;
