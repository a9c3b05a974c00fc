package dev.untether.review.rule;

import dev.untether.golang.Declaration;
import dev.untether.golang.GoComments;
import dev.untether.golang.GoFile;
import dev.untether.golang.PackageClause;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.text.Comment;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One Go file of a package under review.
 *
 * @param source where it belongs
 * @param text its content
 * @param go what it says
 * @param constraint the condition under which a build takes it
 * @param comments its comments, in order
 */
record GoSource(
    SourceFile source,
    SourceText text,
    GoFile go,
    BuildConstraint constraint,
    List<Comment> comments) {
  private static final String TEST = "_test.go";
  // https://go.dev/s/generatedcode
  private static final Pattern GENERATED = Pattern.compile("// Code generated .* DO NOT EDIT\\.");

  /** Copies the list. */
  GoSource {
    comments = List.copyOf(comments);
  }

  /** Returns the facts of a file; empty if it cannot be read, which its scan has reported. */
  static Optional<GoSource> of(SourceFile file) {
    var read = SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
    if (!(read instanceof SourceReader.Text text)) {
      return Optional.empty();
    }
    SourceText source = text.text();
    return Optional.of(
        new GoSource(
            file,
            source,
            GoFile.parse(file.relative(), source),
            BuildConstraint.of(file.relative(), source),
            GoComments.of(source)));
  }

  String packageName() {
    return go.packageClause().map(PackageClause::name).orElse("");
  }

  boolean isTest() {
    return source.relative().endsWith(TEST);
  }

  /** Returns whether a program wrote it, so that comments in it are no one's to mend. */
  boolean isGenerated() {
    return comments.stream()
        .anyMatch(it -> it.alone() && GENERATED.matcher(it.text().stripTrailing()).matches());
  }

  /** Returns what the file declares under a name that linknames can refer to. */
  Optional<Declaration> declaration(String name) {
    return go.declarations().stream()
        .filter(it -> it.isLinkable() && it.name().equals(name))
        .findFirst();
  }

  /**
   * Returns the comments that belong to a line: the line comments above it without a gap, those
   * right below it, and one at its end.
   */
  List<Comment> around(int line) {
    TreeSet<Integer> alone = new TreeSet<>();
    for (Comment comment : comments) {
      if (comment.isLineComment() && comment.alone()) {
        alone.add(comment.line());
      }
    }
    int first = line;
    while (alone.contains(first - 1)) {
      first--;
    }
    int last = line;
    while (alone.contains(line) && alone.contains(last + 1)) {
      last++;
    }
    int from = first;
    int to = last;
    return comments.stream().filter(it -> it.line() >= from && it.line() <= to).toList();
  }

  /** Files are told apart by where they are: comparing contents would take longer than reading. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GoSource that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
