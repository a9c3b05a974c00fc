/** Proofs as text, as Markdown for a pull request, and as JSON. */
@NullMarked
package dev.untether.report.proof;

import org.jspecify.annotations.NullMarked;
