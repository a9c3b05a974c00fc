/** Tests of package dev.untether.text. */
@NullMarked
package dev.untether.text;

import org.jspecify.annotations.NullMarked;
