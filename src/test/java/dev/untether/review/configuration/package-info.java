@NullMarked
package dev.untether.review.configuration;

import org.jspecify.annotations.NullMarked;
