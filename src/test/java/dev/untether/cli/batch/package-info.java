/** Campaigns from end to end: the program, real git, and doubles of forges. */
@NullMarked
package dev.untether.cli.batch;

import org.jspecify.annotations.NullMarked;
