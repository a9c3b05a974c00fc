/** Findings, changes and proofs as a page for a browser. */
@NullMarked
package dev.untether.report.html;

import org.jspecify.annotations.NullMarked;
