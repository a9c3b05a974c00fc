@NullMarked
package dev.untether.verify.change;

import org.jspecify.annotations.NullMarked;
