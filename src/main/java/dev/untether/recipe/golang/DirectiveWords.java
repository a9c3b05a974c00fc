package dev.untether.recipe.golang;

import dev.untether.golang.LinknameDirective;
import java.util.ArrayList;
import java.util.List;

/**
 * What the author of a directive wrote, whatever the compiler makes of the spelling.
 *
 * @param arguments the words behind {@code go:linkname}, up to a comment
 * @param comment what a comment behind them says, without its marks; often empty
 */
record DirectiveWords(List<String> arguments, String comment) {
  private static final String WORD = "go:linkname";

  DirectiveWords {
    arguments = List.copyOf(arguments);
  }

  static DirectiveWords of(LinknameDirective directive) {
    String text = directive.text().substring(2);
    if (directive.shape() == LinknameDirective.Shape.BLOCK_COMMENT && text.endsWith("*/")) {
      text = text.substring(0, text.length() - 2);
    }
    String rest = text.strip().substring(WORD.length()).strip();
    List<String> arguments = new ArrayList<>();
    while (!rest.isEmpty() && !rest.startsWith("//") && !rest.startsWith("/*")) {
      int end = 0;
      while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
        end++;
      }
      arguments.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    String comment = rest.isEmpty() ? "" : rest.substring(2);
    comment = comment.endsWith("*/") ? comment.substring(0, comment.length() - 2) : comment;
    return new DirectiveWords(arguments, comment.strip());
  }

  /** Returns whether the arguments are those of a directive. */
  boolean isClear() {
    return arguments.size() == 1 || arguments.size() == 2;
  }

  /** Returns the directive as the compiler wants it. */
  String directive() {
    return "//" + WORD + " " + String.join(" ", arguments);
  }
}
