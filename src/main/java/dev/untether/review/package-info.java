/** What a person should act on: references with their verdicts, and rules that look at them. */
@NullMarked
package dev.untether.review;

import org.jspecify.annotations.NullMarked;
