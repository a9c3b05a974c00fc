package dev.untether.asm;

import dev.untether.syntax.Node;
import dev.untether.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A macro as its definition states it.
 *
 * @param name the name, as spelled
 * @param parameters the formal names; null for a macro without parentheses
 * @param body the tokens it stands for; newlines that a backslash continues are among them
 */
record Macro(String name, @Nullable List<String> parameters, List<ExpandedToken> body) {

  /** Reads a {@link AsmKind#DEFINE} node. */
  static Macro of(Node define, ExpandedToken.Unit unit) {
    SyntaxTree tree = define.tree();
    int nameToken = define.firstToken() + 1;
    while (tree.tokenKind(nameToken).isTrivia()) {
      nameToken++;
    }
    // That was the word "define"; the next is the name.
    nameToken++;
    while (tree.tokenKind(nameToken).isTrivia()) {
      nameToken++;
    }
    List<String> parameters = null;
    List<ExpandedToken> body = new ArrayList<>();
    for (Node part : define.nodes()) {
      boolean formals = part.kind() == AsmKind.MACRO_PARAMETERS;
      if (formals) {
        parameters = new ArrayList<>();
      }
      boolean escaped = false;
      for (int i = part.firstToken(); i < part.endToken(); i++) {
        AsmKind kind = (AsmKind) tree.tokenKind(i);
        if (formals) {
          if (kind == AsmKind.IDENT && parameters != null) {
            parameters.add(tree.tokenText(i));
          }
        } else if (kind == AsmKind.BACKSLASH && !escaped) {
          // Two backslashes stand for one.
          escaped = true;
        } else if (!kind.isTrivia() || kind == AsmKind.NEWLINE) {
          String text = Preprocessor.normalised(tree.tokenText(i));
          body.add(new ExpandedToken(kind, text, unit, i, null));
          escaped = false;
        }
      }
    }
    return new Macro(tree.tokenText(nameToken), parameters, body);
  }

  /**
   * Reads the definition that came out of another macro: the tokens after {@code #define}, at least
   * one. There is no telling whether a parenthesis touches the name; the assembler says it does
   * (https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/lex/slice.go, {@code Col}).
   */
  static Macro of(List<ExpandedToken> line) {
    String name = line.get(0).text();
    if (line.size() == 1 || line.get(1).kind() != AsmKind.LEFT_PAREN) {
      return new Macro(name, null, List.copyOf(line.subList(1, line.size())));
    }
    List<String> parameters = new ArrayList<>();
    int at = 2;
    while (at < line.size() && line.get(at).kind() != AsmKind.RIGHT_PAREN) {
      if (line.get(at).kind() == AsmKind.IDENT) {
        parameters.add(line.get(at).text());
      }
      at++;
    }
    int body = Math.min(at + 1, line.size());
    return new Macro(name, parameters, List.copyOf(line.subList(body, line.size())));
  }
}
