package dev.untether.golang.linkname;

import dev.untether.golang.GoFile;
import dev.untether.text.Finding;
import java.util.List;

/**
 * The linknames of one package in one build, matched to declarations by name as the compiler does:
 * where a directive stands means nothing.
 *
 * <p>Findings are what the compiler would say, in its words, and warnings about what it passes over
 * in silence. The compiler itself stops after a first round of mistakes and may say less.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/noder/writer.go#L2903
 *
 * @param linknames every well-formed directive, in the order of the files and within them
 * @param findings in the order of the files' paths
 */
public record PackageLinknames(List<Linkname> linknames, List<Finding> findings) {
  /** A directive in a file that does not import unsafe. */
  public static final String MISSING_UNSAFE = "missing-unsafe-import";

  /** A directive that the compiler refuses for its spelling or place. */
  public static final String MALFORMED = "malformed-directive";

  /** A comment that looks like a directive, and which the compiler passes over. */
  public static final String IGNORED = "ignored-directive";

  /** A directive for a name that is no function and no variable of the package. */
  public static final String UNDECLARED = "undeclared-linkname";

  /** A second directive for one name. */
  public static final String DUPLICATE = "duplicate-linkname";

  /** A target with type arguments. */
  public static final String INSTANTIATION = "instantiated-linkname";

  /** A function that has no body, and of which nothing says that somebody else has it. */
  public static final String MISSING_BODY = "missing-function-body";

  /** Copies the lists. */
  public PackageLinknames {
    linknames = List.copyOf(linknames);
    findings = List.copyOf(findings);
  }

  /**
   * Returns the linknames of {@code files}, which must be the files of one package that one build
   * takes: those of one target, and not the tests of another package.
   */
  public static PackageLinknames of(List<GoFile> files, Compilation compilation) {
    return new LinknameMatcher(files, compilation).match();
  }
}
