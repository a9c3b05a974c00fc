@NullMarked
package dev.untether.verify;

import org.jspecify.annotations.NullMarked;
