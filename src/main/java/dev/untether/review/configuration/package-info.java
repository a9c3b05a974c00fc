/** What a file of the user's says about a check. */
@NullMarked
package dev.untether.review.configuration;

import org.jspecify.annotations.NullMarked;
