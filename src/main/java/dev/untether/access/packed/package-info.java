/**
 * Numbers and text in few bytes, compressed and guarded by a digest; what they mean is for others
 * to say.
 */
@NullMarked
package dev.untether.access.packed;

import org.jspecify.annotations.NullMarked;
