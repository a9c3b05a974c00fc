package dev.untether.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The three streams of one run, which tests replace.
 *
 * @param in what the user pipes in
 * @param out results; always UTF-8, and buffered: diagnostics may appear before it
 * @param err diagnostics and progress; always UTF-8
 */
record Terminal(InputStream in, PrintStream out, PrintStream err) {}
