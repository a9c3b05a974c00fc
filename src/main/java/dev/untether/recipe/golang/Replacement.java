package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.golang.draft.PackageFile;
import java.util.List;

/**
 * A function without a body that is to get one.
 *
 * @param file the file that declares it
 * @param function the declaration
 * @param signature its parameters and results
 * @param target what takes the symbol's place
 * @param since the minor number of the first release that can build the new code; 0 for any
 * @param sites the directives that fill it today, the first of which stands for it in findings
 */
public record Replacement(
    PackageFile file,
    FunctionDeclaration function,
    Signature signature,
    LinknameMatch.Target target,
    int since,
    List<Site> sites) {
  // The first release that takes the language version of a file from its constraint; those before
  // hold every file to the go line of go.mod. https://go.dev/doc/go1.21#language
  private static final int FILE_VERSIONS = 21;

  /** Copies the list. */
  public Replacement {
    sites = List.copyOf(sites);
  }

  /** Returns {@link #since} for a module with the go line {@code language}. */
  public static int since(LinknameMatch.Target target, int language) {
    int since = target.since().map(release -> release.minor()).orElse(0);
    return target.isLanguage() && language < since ? Math.max(since, FILE_VERSIONS) : since;
  }

  /** Returns where the declaration starts, with the comments above it. */
  public int start() {
    return file.tokens().startOfCommentsAbove(function.span().start());
  }
}
