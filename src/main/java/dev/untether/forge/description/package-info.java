/** What a pull request says, to people and to a later run of ours. */
@NullMarked
package dev.untether.forge.description;

import org.jspecify.annotations.NullMarked;
