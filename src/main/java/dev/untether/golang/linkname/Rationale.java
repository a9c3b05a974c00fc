package dev.untether.golang.linkname;

import dev.untether.text.Comment;
import dev.untether.text.Position;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says why a linkname is there: a line {@code linkname rationale}, which may go on
 * with the name that it is for, and below it answers to questions, each of which may go on over
 * several lines.
 *
 * @param position where its first line is
 * @param span its comments, from the slashes of the first line to the end of the last one
 * @param subject what the first line says behind those two words; often empty
 * @param answers what it says
 */
public record Rationale(
    Position position, Span span, String subject, Map<Question, Answer> answers) {
  private static final Pattern HEAD =
      Pattern.compile("linkname rationale\\b(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.])[\\p{L}\\p{N}_]+");
  private static final Pattern LINE =
      Pattern.compile(
          "[-*]?\\s*(why|measured gain|target source|accepted|replacement|removed when|removed"
              + "|owner)\\s*:\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  /** Copies the map. */
  public Rationale {
    answers = Map.copyOf(answers);
  }

  /** What the comment answers, in the order in which this program writes it. */
  public enum Question {
    /** What the reference is for. */
    WHY,
    /** What it saves, as measured. */
    MEASURED_GAIN,
    /** Where in Go's sources the symbol was looked up, and in which releases. */
    TARGET_SOURCE,
    /** Which releases link the reference. */
    ACCEPTED,
    /** What to use instead. */
    REPLACEMENT,
    /** What has to happen for it to go. */
    REMOVED_WHEN,
    /** Who decides. */
    OWNER;

    /** Returns the words in front of the colon. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Question of(String words) {
      String name = words.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
      return name.equals("REMOVED") ? REMOVED_WHEN : valueOf(name);
    }
  }

  /**
   * One answer.
   *
   * @param position where it starts
   * @param span its comments, from the slashes of the first line to the end of the last one
   * @param text what it says, on one line; empty if nothing stands behind the colon
   */
  public record Answer(Position position, Span span, String text) {
    private Answer with(Comment more) {
      return new Answer(
          position,
          new Span(span.start(), more.span().end()),
          (text + " " + more.content()).strip());
    }
  }

  /** Returns the text of an answer that says something. */
  public Optional<Answer> answer(Question question) {
    return Optional.ofNullable(answers.get(question)).filter(it -> !it.text().isEmpty());
  }

  /** Returns the words of the first line, among them the names that it is for. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(subject);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  /** Returns the rationales among the comments of a file, in order. */
  public static List<Rationale> of(List<Comment> comments) {
    List<Rationale> found = new ArrayList<>();
    int i = 0;
    while (i < comments.size()) {
      Comment comment = comments.get(i);
      Optional<String> subject = comment.alone() ? subject(comment) : Optional.empty();
      if (subject.isPresent()) {
        int end = end(comments, i);
        Span span = new Span(comment.span().start(), comments.get(end - 1).span().end());
        Map<Question, Answer> answers = read(comments.subList(i + 1, end));
        found.add(new Rationale(comment.position(), span, subject.get(), answers));
        i = end;
      } else {
        i++;
      }
    }
    return List.copyOf(found);
  }

  private static Optional<String> subject(Comment comment) {
    Matcher matcher = HEAD.matcher(comment.content());
    return comment.isLineComment() && matcher.matches()
        ? Optional.of(matcher.group(1).strip())
        : Optional.empty();
  }

  /** Returns the index behind the last comment that goes on from the one at {@code start}. */
  private static int end(List<Comment> comments, int start) {
    int end = start + 1;
    while (end < comments.size()
        && comments.get(end).line() == comments.get(end - 1).line() + 1
        && comments.get(end).isLineComment()
        && !comments.get(end).text().startsWith("//go:")
        && subject(comments.get(end)).isEmpty()) {
      end++;
    }
    while (end > start + 1 && comments.get(end - 1).content().isEmpty()) {
      end--;
    }
    return end;
  }

  private static Map<Question, Answer> read(List<Comment> lines) {
    Map<Question, Answer> answers = new EnumMap<>(Question.class);
    Optional<Question> current = Optional.empty();
    for (Comment line : lines) {
      Matcher matcher = LINE.matcher(line.content());
      if (matcher.matches()) {
        Question question = Question.of(matcher.group(1));
        answers.putIfAbsent(
            question, new Answer(line.position(), line.span(), matcher.group(2).strip()));
        current = Optional.of(question);
      } else if (line.content().isEmpty()) {
        current = Optional.empty();
      } else {
        current.ifPresent(
            question -> answers.computeIfPresent(question, (q, known) -> known.with(line)));
      }
    }
    return answers;
  }
}
