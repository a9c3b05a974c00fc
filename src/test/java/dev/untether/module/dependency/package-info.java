@NullMarked
package dev.untether.module.dependency;

import org.jspecify.annotations.NullMarked;
