/** What a forge does with a branch that was pushed to it. */
@NullMarked
package dev.untether.forge;

import org.jspecify.annotations.NullMarked;
