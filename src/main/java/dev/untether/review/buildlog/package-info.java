/** What the output of a failed {@code go build}, {@code go vet} or {@code go test} means. */
@NullMarked
package dev.untether.review.buildlog;

import org.jspecify.annotations.NullMarked;
