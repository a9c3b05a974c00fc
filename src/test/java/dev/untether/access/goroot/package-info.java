@NullMarked
package dev.untether.access.goroot;

import org.jspecify.annotations.NullMarked;
