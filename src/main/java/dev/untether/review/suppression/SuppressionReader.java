package dev.untether.review.suppression;

import dev.untether.text.Comment;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads suppressions out of the comments of a file. */
final class SuppressionReader {
  /** What every file with a suppression holds. */
  static final String WORD = "untether:ignore";

  private static final Pattern FORM =
      Pattern.compile(
          "(?://|#|(?i:@?rem\\b|::))\\s*untether:ignore(?:\\s+(\\S+))?(?:\\s+until=(\\S*))?(.*)");
  private static final Pattern RELEASE = Pattern.compile("go1\\.([0-9]{1,4})");
  private static final String LINKNAME = "//go:linkname";

  private final String path;
  private final List<Comment> comments;
  private final int firstStatement;
  private final Set<Integer> proseLines = new TreeSet<>();

  /**
   * Prepares to read a file.
   *
   * @param firstStatement the line of the package clause or first statement; suppressions above it
   *     are for the whole file
   */
  SuppressionReader(String path, List<Comment> comments, int firstStatement) {
    this.path = path;
    this.comments = comments;
    this.firstStatement = firstStatement;
    for (Comment comment : comments) {
      if (comment.alone() && !comment.text().startsWith(LINKNAME)) {
        proseLines.add(comment.line());
      }
    }
  }

  List<Suppression> read() {
    List<Suppression> found = new ArrayList<>();
    for (Comment comment : comments) {
      Matcher matcher = FORM.matcher(comment.text());
      if (matcher.matches()) {
        found.add(suppression(comment, matcher));
      }
    }
    return List.copyOf(found);
  }

  private Suppression suppression(Comment comment, Matcher matcher) {
    String list = matcher.group(1) == null ? "" : matcher.group(1);
    List<String> rules = new ArrayList<>();
    for (String rule : list.split(",", -1)) {
      if (!rule.isEmpty()) {
        rules.add(rule);
      }
    }
    Optional<String> word = Optional.ofNullable(matcher.group(2));
    Optional<Suppression.End> until = word.flatMap(SuppressionReader::end);
    return new Suppression(
        path,
        comment.position(),
        rules,
        until,
        until.isPresent() ? Optional.empty() : word,
        matcher.group(3).strip(),
        lines(comment));
  }

  private static Optional<Suppression.End> end(String word) {
    Matcher release = RELEASE.matcher(word);
    if (release.matches()) {
      return Optional.of(new Suppression.Release(Integer.parseInt(release.group(1))));
    }
    try {
      return Optional.of(new Suppression.Day(LocalDate.parse(word)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the lines that a comment is about: its own; alone on its line also those below, up to
   * the first with a directive or code, for gofmt puts other comments between.
   */
  private Suppression.Lines lines(Comment comment) {
    int line = comment.line();
    if (!comment.alone()) {
      return new Suppression.Lines(line, line);
    }
    if (line < firstStatement) {
      return Suppression.Lines.ALL;
    }
    int last = line + 1;
    while (proseLines.contains(last)) {
      last++;
    }
    return new Suppression.Lines(line, last);
  }
}
