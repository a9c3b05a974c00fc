@NullMarked
package dev.untether.module.target;

import org.jspecify.annotations.NullMarked;
