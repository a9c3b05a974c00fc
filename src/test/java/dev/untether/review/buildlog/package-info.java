@NullMarked
package dev.untether.review.buildlog;

import org.jspecify.annotations.NullMarked;
