package dev.untether.syntax;

/** The indented text form of trees that parser cases are compared with. */
public final class TreeDump {
  private TreeDump() {}

  /** Returns a line for each node and each token that is not trivia, indented by depth. */
  public static String of(SyntaxTree tree) {
    StringBuilder out = new StringBuilder();
    append(tree.root(), 0, out);
    return out.toString();
  }

  private static void append(Element element, int depth, StringBuilder out) {
    if (element.kind().isTrivia()) {
      return;
    }
    out.append("  ".repeat(depth)).append(element.kind().name());
    if (element instanceof Node node) {
      out.append('\n');
      for (Element child : node.children()) {
        append(child, depth + 1, out);
      }
    } else {
      out.append(' ').append(quote(element.text())).append('\n');
    }
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
