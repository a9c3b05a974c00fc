@NullMarked
package dev.untether.access;

import org.jspecify.annotations.NullMarked;
