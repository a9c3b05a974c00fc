@NullMarked
package dev.untether.verify.code;

import org.jspecify.annotations.NullMarked;
