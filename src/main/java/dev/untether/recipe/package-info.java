/** Recipe folders: what a migration looks for and what it writes, loaded from untrusted data. */
@NullMarked
package dev.untether.recipe;

import org.jspecify.annotations.NullMarked;
