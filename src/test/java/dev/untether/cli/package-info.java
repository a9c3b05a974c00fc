/** What the command line promises: every test runs the whole program in this process. */
@NullMarked
package dev.untether.cli;

import org.jspecify.annotations.NullMarked;
