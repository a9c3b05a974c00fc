package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import java.util.List;

/**
 * A function without a body that is to get one.
 *
 * @param file the file that declares it
 * @param function the declaration
 * @param signature its parameters and results
 * @param target what takes the symbol's place
 * @param sites the directives that fill it today, the first of which stands for it in findings
 */
record Replacement(
    PackageFile file,
    FunctionDeclaration function,
    Signature signature,
    LinknameMatch.Target target,
    List<Site> sites) {

  /** Copies the list. */
  Replacement {
    sites = List.copyOf(sites);
  }

  /** Returns the minor number of the first release that has what the new code uses; 0 for any. */
  int since() {
    return target.since().map(release -> release.minor()).orElse(0);
  }

  /** Returns where the declaration starts, with the comments above it. */
  int start() {
    return file.tokens().startOfCommentsAbove(function.span().start());
  }
}
