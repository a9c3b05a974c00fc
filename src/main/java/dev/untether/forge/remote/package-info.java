/** Where the repositories are that git's remotes name. */
@NullMarked
package dev.untether.forge.remote;

import org.jspecify.annotations.NullMarked;
