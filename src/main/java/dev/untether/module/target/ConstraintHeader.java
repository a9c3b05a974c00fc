package dev.untether.module.target;

import dev.untether.module.target.TagExpressionParser.SyntaxException;
import dev.untether.text.Edit;
import dev.untether.text.LineEnding;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constraint lines at the top of a Go file, to be written anew. {@code // +build} lines are
 * read where they alone count; what is written is a {@code //go:build} line.
 */
public final class ConstraintHeader {
  private final SourceText text;
  private final List<FileHeader.Line> goBuild;
  private final List<FileHeader.Line> plusBuild;
  private final Optional<TagExpression> expression;
  private final boolean understood;

  private ConstraintHeader(SourceText text) {
    this.text = text;
    FileHeader header = FileHeader.ofGo(text);
    goBuild = header.goBuildLines();
    plusBuild = header.plusBuildLines();
    Optional<TagExpression> read = Optional.empty();
    boolean good = !header.isUnreadable() && goBuild.size() <= 1;
    try {
      if (goBuild.size() == 1) {
        read = Optional.of(TagExpressionParser.parse(goBuild.get(0).expression()));
      } else {
        for (FileHeader.Line line : plusBuild) {
          TagExpression next = TagExpressionParser.parseOld(line.expression());
          read =
              Optional.of(
                  read.<TagExpression>map(e -> new TagExpression.And(e, next)).orElse(next));
        }
      }
    } catch (SyntaxException e) {
      good = false;
    }
    expression = read;
    understood = good;
  }

  /** Returns the constraint lines of a Go file. */
  public static ConstraintHeader of(SourceText text) {
    return new ConstraintHeader(text);
  }

  /** Returns whether the lines mean something; others must not be edited. */
  public boolean isUnderstood() {
    return understood;
  }

  /** Returns the expression as gofmt writes it; empty if the file states none. */
  public String expression() {
    return expression.map(TagExpression::text).orElse("");
  }

  /** Returns whether there are {@code // +build} lines. */
  public boolean hasPlusBuild() {
    return !plusBuild.isEmpty();
  }

  /**
   * Returns this file's condition and another, as gofmt writes it. Parts of the other that this one
   * states already are not repeated.
   *
   * @throws IllegalArgumentException if {@code condition} is no expression
   */
  public String and(String condition) {
    List<TagExpression> parts = new ArrayList<>();
    expression.ifPresent(own -> flatten(own, parts));
    List<TagExpression> more = new ArrayList<>();
    flatten(parse(condition), more);
    more.stream().filter(one -> !parts.contains(one)).forEach(parts::add);
    return parts.stream().reduce(TagExpression.And::new).orElseThrow().text();
  }

  private static void flatten(TagExpression expression, List<TagExpression> parts) {
    if (expression instanceof TagExpression.And and) {
      flatten(and.left(), parts);
      flatten(and.right(), parts);
    } else {
      parts.add(expression);
    }
  }

  private static TagExpression parse(String condition) {
    try {
      return TagExpressionParser.parse(condition);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException("no build constraint: " + condition, e);
    }
  }

  /**
   * Returns the edits that make {@code condition} the file's constraint.
   *
   * @param author id of the recipe that wants it
   */
  public List<Edit> edits(String condition, String author) {
    LineEnding ending = text.lineEnding();
    String line = "//go:build " + condition;
    List<Edit> edits = new ArrayList<>();
    if (goBuild.isEmpty() && plusBuild.isEmpty()) {
      int start = text.hasByteOrderMark() ? 3 : 0;
      edits.add(new Edit(Span.at(start), line + ending.text() + ending.text(), author));
      return edits;
    }
    boolean first = true;
    List<FileHeader.Line> lines = new ArrayList<>(goBuild);
    lines.addAll(plusBuild);
    for (FileHeader.Line old : lines) {
      int end = endOfLine(old.start());
      if (first) {
        edits.add(new Edit(new Span(old.start(), end), line, author));
        first = false;
      } else {
        edits.add(new Edit(new Span(old.start(), behindLine(old.start())), "", author));
      }
    }
    return edits;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.bytes()[end] != '\n') {
      end++;
    }
    return end > start && end < text.length() && text.bytes()[end - 1] == '\r' ? end - 1 : end;
  }

  private int behindLine(int start) {
    int end = start;
    while (end < text.length() && text.bytes()[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, text.length());
  }
}
