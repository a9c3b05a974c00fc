package dev.untether.recipe.assembly;

import dev.untether.asm.AsmFile;
import dev.untether.asm.AsmKind;
import dev.untether.syntax.SyntaxTree;
import java.util.regex.Pattern;

/** Recognises generated files by the line that https://go.dev/s/generatedcode fixes. */
final class GeneratedCode {
  private static final Pattern MARK = Pattern.compile("// Code generated .* DO NOT EDIT\\.");

  private GeneratedCode() {}

  /** Returns whether the mark stands before the first statement. */
  static boolean isGenerated(AsmFile file) {
    SyntaxTree tree = file.tree();
    for (int i = 0; i < tree.tokenCount() && tree.tokenKind(i).isTrivia(); i++) {
      if (tree.tokenKind(i) == AsmKind.LINE_COMMENT && MARK.matcher(tree.tokenText(i)).matches()) {
        return true;
      }
    }
    return false;
  }
}
