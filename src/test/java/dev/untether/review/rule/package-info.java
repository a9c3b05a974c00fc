@NullMarked
package dev.untether.review.rule;

import org.jspecify.annotations.NullMarked;
