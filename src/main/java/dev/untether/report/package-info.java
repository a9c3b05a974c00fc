/** Findings and changes as people and programs want to see them: diff, text, JSON, tables. */
@NullMarked
package dev.untether.report;

import org.jspecify.annotations.NullMarked;
