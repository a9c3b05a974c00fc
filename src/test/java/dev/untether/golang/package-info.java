@NullMarked
package dev.untether.golang;

import org.jspecify.annotations.NullMarked;
