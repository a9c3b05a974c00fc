@NullMarked
package dev.untether.git.transport;

import org.jspecify.annotations.NullMarked;
