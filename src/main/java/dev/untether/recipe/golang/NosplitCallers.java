package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoText;
import dev.untether.text.SourceText;
import java.util.Collection;

/**
 * Says which functions promise not to grow the stack and call one that got new code. A function of
 * the runtime that is {@code //go:nosplit} could be called where the stack cannot grow, a signal
 * handler say; what the new code calls may check for space.
 */
final class NosplitCallers {
  private static final String PRAGMA = "//go:nosplit";

  private final PackageDraft draft;

  NosplitCallers(PackageDraft draft) {
    this.draft = draft;
  }

  /** Notes the callers of the functions that are replaced. */
  void note(Collection<Replacement> replacements) {
    for (PackageFile file : draft.goPackage().goFiles()) {
      if (!file.text().slice(0, file.text().length()).contains(PRAGMA)) {
        continue;
      }
      for (Declaration declaration : file.facts().declarations()) {
        if (declaration instanceof FunctionDeclaration function && isNosplit(file, function)) {
          note(file, function, replacements);
        }
      }
    }
  }

  private static boolean isNosplit(PackageFile file, FunctionDeclaration function) {
    int end = function.span().start();
    int start = file.tokens().startOfCommentsAbove(end);
    return function.hasBody()
        && file.text().slice(start, end).lines().anyMatch(line -> line.strip().equals(PRAGMA));
  }

  private void note(
      PackageFile file, FunctionDeclaration function, Collection<Replacement> replacements) {
    SourceText code = SourceText.of(file.text().slice(function.span()));
    for (String name : GoText.of(code).identifiers()) {
      boolean isReplaced =
          replacements.stream()
              .anyMatch(
                  one ->
                      one.function().name().equals(name)
                          && one.file().packageName().equals(file.packageName()));
      if (isReplaced) {
        draft.note(
            file,
            function.position(),
            function.name()
                + " is //go:nosplit and calls "
                + name
                + ", whose new code may grow the stack; look at where it runs");
      }
    }
  }
}
