@NullMarked
package dev.untether.access.view;

import org.jspecify.annotations.NullMarked;
