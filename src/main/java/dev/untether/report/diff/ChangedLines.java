package dev.untether.report.diff;

/**
 * A run of lines that was replaced by another; either may be empty. Lines count from 0, ends are
 * exclusive.
 */
record ChangedLines(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}
