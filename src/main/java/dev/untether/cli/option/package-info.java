/** What commands share: their arguments, and what they do with input, output and the machine. */
@NullMarked
package dev.untether.cli.option;

import org.jspecify.annotations.NullMarked;
