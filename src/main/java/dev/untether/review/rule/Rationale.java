package dev.untether.review.rule;

import dev.untether.text.Comment;
import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says why a linkname is there: a line {@code linkname rationale:} and below it
 * answers to five questions, each of which may go on over several lines.
 *
 * @param position where its first line is
 * @param answers what it says
 */
record Rationale(Position position, Map<Question, Answer> answers) {
  private static final Pattern HEAD =
      Pattern.compile("linkname rationale\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE =
      Pattern.compile(
          "[-*]?\\s*(why|measured gain|target source|removed when|removed|owner)\\s*:\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  /** Copies the map. */
  Rationale {
    answers = Map.copyOf(answers);
  }

  /** What the comment answers. */
  enum Question {
    WHY,
    MEASURED_GAIN,
    TARGET_SOURCE,
    REMOVED_WHEN,
    OWNER;

    /** Returns the words in front of the colon. */
    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Question of(String words) {
      String name = words.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
      return name.equals("REMOVED") ? REMOVED_WHEN : valueOf(name);
    }
  }

  /**
   * One answer.
   *
   * @param position where it starts
   * @param text what it says, on one line; empty if nothing stands behind the colon
   */
  record Answer(Position position, String text) {}

  /** Returns the text of an answer that says something. */
  Optional<Answer> answer(Question question) {
    return Optional.ofNullable(answers.get(question)).filter(it -> !it.text().isEmpty());
  }

  /** Returns the rationales among the comments of a file, in order. */
  static List<Rationale> of(List<Comment> comments) {
    List<Rationale> found = new ArrayList<>();
    int i = 0;
    while (i < comments.size()) {
      Comment comment = comments.get(i);
      if (comment.alone() && isHead(comment)) {
        int end = end(comments, i);
        found.add(new Rationale(comment.position(), read(comments.subList(i + 1, end))));
        i = end;
      } else {
        i++;
      }
    }
    return List.copyOf(found);
  }

  private static boolean isHead(Comment comment) {
    return comment.isLineComment() && HEAD.matcher(comment.content()).matches();
  }

  /** Returns the index behind the last comment that goes on from the one at {@code start}. */
  private static int end(List<Comment> comments, int start) {
    int end = start + 1;
    while (end < comments.size()
        && comments.get(end).line() == comments.get(end - 1).line() + 1
        && comments.get(end).isLineComment()
        && !comments.get(end).text().startsWith("//go:")
        && !isHead(comments.get(end))) {
      end++;
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
        answers.putIfAbsent(question, new Answer(line.position(), matcher.group(2).strip()));
        current = Optional.of(question);
      } else if (line.content().isEmpty()) {
        current = Optional.empty();
      } else {
        current.ifPresent(
            question ->
                answers.computeIfPresent(
                    question,
                    (q, known) ->
                        new Answer(
                            known.position(), (known.text() + " " + line.content()).strip())));
      }
    }
    return answers;
  }
}
