package dev.untether.recipe.golang;

import dev.untether.asm.AsmFile;
import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.syntax.SyntaxTree;
import dev.untether.text.SourceText;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Deletes assembly files that hold nothing and that stood there so that functions could do without
 * a body: a directory with a {@code .s} file is not compiled with {@code -complete}.
 */
public final class EmptyAssembly {
  private final PackageDraft draft;

  public EmptyAssembly(PackageDraft draft) {
    this.draft = draft;
  }

  /** Deletes the empty files of the package unless something still needs one. */
  public void delete(Collection<Replacement> replaced) {
    GoPackage goPackage = draft.goPackage();
    if (goPackage.assembly().isEmpty() || isNeeded(goPackage, replaced)) {
      return;
    }
    goPackage
        .assembly()
        .forEach(
            (path, text) -> {
              if (isEmpty(path, text)) {
                draft.delete(path);
              }
            });
  }

  /** Functions that a directive of their own file or another fills can do without the file. */
  private static boolean isNeeded(GoPackage goPackage, Collection<Replacement> replaced) {
    Set<Declaration> filled = new HashSet<>();
    replaced.forEach(one -> filled.add(one.function()));
    Set<String> linked = new HashSet<>();
    for (PackageFile file : goPackage.goFiles()) {
      file.facts().directives().stream()
          .filter(directive -> directive.shape().isWellFormed() && file.facts().importsUnsafe())
          .forEach(directive -> linked.add(directive.local().orElseThrow().text()));
    }
    return goPackage.goFiles().stream()
        .flatMap(file -> file.facts().declarations().stream())
        .anyMatch(
            declaration ->
                declaration instanceof FunctionDeclaration function
                    && !function.hasBody()
                    && !function.fromHost()
                    && !filled.contains(declaration)
                    && !(function.isLinkable() && linked.contains(function.name())));
  }

  private static boolean isEmpty(String path, SourceText text) {
    SyntaxTree tree = AsmFile.parse(path, text).tree();
    for (int i = 0; i < tree.tokenCount(); i++) {
      if (!tree.tokenKind(i).isTrivia()) {
        return false;
      }
    }
    return true;
  }
}
