/** Tests of what commands share. */
@NullMarked
package dev.untether.cli.option;

import org.jspecify.annotations.NullMarked;
