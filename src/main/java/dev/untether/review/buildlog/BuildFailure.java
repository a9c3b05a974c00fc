package dev.untether.review.buildlog;

/**
 * One failure that a build reported.
 *
 * @param kind what it is
 * @param line the line that says so, as printed
 * @param program the import path of what was built, from the line with {@code #} above; may be
 *     empty
 * @param referrer the package, or for some kinds the function, that refers; empty where the line
 *     does not say
 * @param symbol the symbol or declared name that it is about; empty where the line does not say
 * @param file the file that it names, as printed; empty if none
 * @param lineNumber the line in that file; 0 if none
 */
public record BuildFailure(
    FailureKind kind,
    String line,
    String program,
    String referrer,
    String symbol,
    String file,
    int lineNumber) {}
