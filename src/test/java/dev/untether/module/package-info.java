@NullMarked
package dev.untether.module;

import org.jspecify.annotations.NullMarked;
