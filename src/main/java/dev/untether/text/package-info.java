/** Bytes, spans, line index, line endings and edits: what every other package agrees on. */
@NullMarked
package dev.untether.text;

import org.jspecify.annotations.NullMarked;
