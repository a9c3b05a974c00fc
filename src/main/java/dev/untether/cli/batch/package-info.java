/** The commands about many modules and repositories: {@code untether batch}. */
@NullMarked
package dev.untether.cli.batch;

import org.jspecify.annotations.NullMarked;
