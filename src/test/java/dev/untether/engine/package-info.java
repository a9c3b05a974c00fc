/** What migrations and the cases of recipes promise. */
@NullMarked
package dev.untether.engine;

import org.jspecify.annotations.NullMarked;
