/**
 * The command line: turns arguments into one call, and its result into output and an exit code.
 *
 * <p>A subcommand is one class that takes its {@link dev.untether.cli.option.Terminal} in the
 * constructor and is added in {@link dev.untether.cli.Main}.
 */
@NullMarked
package dev.untether.cli;

import org.jspecify.annotations.NullMarked;
