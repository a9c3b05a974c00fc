/**
 * The lossless tree: every byte of a file belongs to exactly one token, and printing a tree gives
 * the bytes back.
 *
 * <p><b>The trivia rule</b>, stated here once: white space, newlines, continuations and comments
 * are trivia tokens. A node starts at its first and ends after its last token that is not trivia;
 * trivia between two nodes belongs to the node around both. Seen from a token, what stands after it
 * up to but not including the next newline is its trailing trivia; everything else before the next
 * token leads that token.
 *
 * <p>Trees have no meaning: no symbols are resolved here, and no positions are stored. A tree is a
 * handful of arrays; {@link dev.untether.syntax.Node} and {@link dev.untether.syntax.Token} are
 * views made on demand.
 */
@NullMarked
package dev.untether.syntax;

import org.jspecify.annotations.NullMarked;
