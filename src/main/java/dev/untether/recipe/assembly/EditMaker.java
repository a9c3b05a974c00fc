package dev.untether.recipe.assembly;

import dev.untether.asm.AsmFile;
import dev.untether.asm.AsmKind;
import dev.untether.asm.ExpandedToken;
import dev.untether.asm.Statement;
import dev.untether.recipe.CommentRule;
import dev.untether.syntax.SyntaxTree;
import dev.untether.text.Edit;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Turns the removal or replacement of a statement into edits that leave every other byte alone. */
final class EditMaker {
  private final SyntaxTree tree;
  private final CommentRule comments;
  private final String author;
  private final int first;
  private final int end;

  /** Prepares to edit {@code statement}, all of whose tokens stand in the file itself. */
  EditMaker(AsmFile file, Statement statement, CommentRule comments, String author) {
    this.tree = file.tree();
    this.comments = comments;
    this.author = author;
    this.first = statement.word().index();
    int last = first;
    for (List<ExpandedToken> operand : statement.operands()) {
      for (ExpandedToken token : operand) {
        last = Math.max(last, token.index());
      }
    }
    this.end = last + 1;
  }

  /** Returns the edits that put {@code code} in the statement's place. */
  List<Edit> replacement(String code) {
    List<Edit> edits = new ArrayList<>();
    edits.add(edit(tree.tokenStart(first), tree.tokenEnd(end - 1), withGap(code)));
    if (startsLine()) {
      int line = lineStart(first);
      int above = commentsAbove(line);
      if (above < line && comments.covers(text(above, line))) {
        edits.add(edit(tree.tokenStart(above), tree.tokenStart(line), ""));
      }
    }
    int stop = lineEnd(end);
    if (isTrivia(end, stop) && hasComment(end, stop) && comments.covers(text(end, stop))) {
      edits.add(edit(tree.tokenEnd(end - 1), offset(stop), ""));
    }
    return edits;
  }

  /** Returns {@code code} with what stands between opcode and operands in this file's habit. */
  private String withGap(String code) {
    int operand = skipSpace(first + 1);
    int gap = code.indexOf(' ');
    return operand == first + 1 || operand >= end || gap < 0
        ? code
        : code.substring(0, gap) + text(first + 1, operand) + code.substring(gap + 1);
  }

  /** Returns the edit that takes the statement away. */
  Edit removal() {
    int right = skipTrivia(end);
    boolean lastOnLine = right == tree.tokenCount() || kind(right) == AsmKind.NEWLINE;
    if (kind(right) == AsmKind.SEMICOLON) {
      int afterSemicolon = skipTrivia(right + 1);
      boolean nothingFollows =
          afterSemicolon == tree.tokenCount() || kind(afterSemicolon) == AsmKind.NEWLINE;
      if (!nothingFollows) {
        // Other statements share the line: they move up to where this one stood.
        return edit(tree.tokenStart(first), tree.tokenStart(skipSpace(right + 1)), "");
      }
      lastOnLine = startsLine();
    }
    if (lastOnLine && startsLine()) {
      return wholeLines();
    }
    int left = skipTriviaBack(first);
    if (kind(left) == AsmKind.SEMICOLON) {
      int before = left;
      while (before > 0 && kind(before - 1) == AsmKind.SPACE) {
        before--;
      }
      return edit(tree.tokenStart(before), tree.tokenEnd(end - 1), "");
    }
    // A label stands before it on its line, and stays.
    return edit(tree.tokenEnd(left), offset(lineEnd(end)), "");
  }

  private Edit wholeLines() {
    int from = lineStart(first);
    int to = lineEnd(end);
    int above = commentsAbove(from);
    boolean blankBelow = isBlankLine(to + 1) || to + 1 >= tree.tokenCount();
    if (above < from) {
      String text = text(above, from);
      if (comments.covers(text) || blankBelow && !comments.spares(text)) {
        from = above;
      }
    }
    boolean blankAbove = from > 0 && isBlankLine(lineStart(from - 1));
    int last = to;
    if (blankAbove && isBlankLine(to + 1)) {
      last = lineEnd(to + 1);
    }
    return edit(tree.tokenStart(from), offset(last + 1), "");
  }

  /** Returns the first token of the whole-line comments that stand right above a line. */
  private int commentsAbove(int line) {
    int start = line;
    while (start > 0) {
      int above = lineStart(start - 1);
      if (!isTrivia(above, start - 1) || !hasComment(above, start - 1)) {
        break;
      }
      start = above;
    }
    return start;
  }

  private boolean isBlankLine(int start) {
    if (start >= tree.tokenCount()) {
      return false;
    }
    int stop = lineEnd(start);
    return stop < tree.tokenCount() && isTrivia(start, stop) && !hasComment(start, stop);
  }

  private boolean startsLine() {
    return isTrivia(lineStart(first), first);
  }

  private boolean isTrivia(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!kind(i).isTrivia()) {
        return false;
      }
    }
    return true;
  }

  private boolean hasComment(int from, int to) {
    for (int i = from; i < to; i++) {
      if (kind(i) == AsmKind.LINE_COMMENT || kind(i) == AsmKind.BLOCK_COMMENT) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first token of the line that token {@code i} stands on. */
  private int lineStart(int i) {
    while (i > 0 && kind(i - 1) != AsmKind.NEWLINE) {
      i--;
    }
    return i;
  }

  /** Returns the newline that ends the line of token {@code i}, or the number of tokens. */
  private int lineEnd(int i) {
    while (i < tree.tokenCount() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  private int skipTrivia(int i) {
    while (i < tree.tokenCount() && kind(i).isTrivia() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  private int skipSpace(int i) {
    while (i < tree.tokenCount() && kind(i) == AsmKind.SPACE) {
      i++;
    }
    return i;
  }

  private int skipTriviaBack(int i) {
    i--;
    while (i > 0 && kind(i).isTrivia()) {
      i--;
    }
    return i;
  }

  private AsmKind kind(int i) {
    return i < tree.tokenCount() ? (AsmKind) tree.tokenKind(i) : AsmKind.NEWLINE;
  }

  private String text(int from, int to) {
    return tree.source().slice(tree.tokenStart(from), tree.tokenEnd(to - 1));
  }

  private int offset(int token) {
    return token < tree.tokenCount() ? tree.tokenStart(token) : tree.source().length();
  }

  private Edit edit(int start, int stop, String code) {
    return new Edit(new Span(start, stop), code, author);
  }
}
