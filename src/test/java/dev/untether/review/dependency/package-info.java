@NullMarked
package dev.untether.review.dependency;

import org.jspecify.annotations.NullMarked;
