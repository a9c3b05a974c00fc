package dev.untether.module;

import dev.untether.module.GoModLexer.Word;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of the directives that may occur several times. */
final class GoModDirectiveReader {
  private static final String ARROW = "=>";

  private final SourceText text;
  private final GoModLexer.Problems problems;

  GoModDirectiveReader(SourceText text, GoModLexer.Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * Returns what a line says; nothing if that is reported or the directive is not known.
   *
   * @param at the byte offset of the line's first word
   * @param comment what follows the {@code //} of the line
   */
  Optional<GoModDirective> read(String name, int at, List<Word> arguments, String comment) {
    return switch (name) {
      case "require" -> requirement(at, arguments, comment);
      case "exclude" -> exclusion(at, arguments);
      case "replace" -> replacement(at, arguments);
      case "retract" -> retraction(at, arguments);
      case "godebug" -> setting(at, arguments);
      case "tool", "ignore", "use" -> single(name, at, arguments);
      // What a later Go may bring must not keep the rest from being read.
      default -> Optional.empty();
    };
  }

  private Optional<GoModDirective> requirement(int at, List<Word> arguments, String comment) {
    if (!isVersioned("require", at, arguments)) {
      return Optional.empty();
    }
    return Optional.of(
        new GoModDirective.Require(
            place(arguments, 0), word(arguments, 0), word(arguments, 1), isIndirect(comment)));
  }

  private Optional<GoModDirective> exclusion(int at, List<Word> arguments) {
    if (!isVersioned("exclude", at, arguments)) {
      return Optional.empty();
    }
    return Optional.of(
        new GoModDirective.Exclude(place(arguments, 0), word(arguments, 0), word(arguments, 1)));
  }

  /** Returns whether the comment is the mark that modfile's isIndirect looks for. */
  private static boolean isIndirect(String comment) {
    String[] words = comment.strip().split("\\s+", 3);
    return words.length == 1 ? words[0].equals("indirect") : words[0].equals("indirect;");
  }

  private boolean isVersioned(String name, int at, List<Word> arguments) {
    if (arguments.size() == 2 && !word(arguments, 0).isEmpty()) {
      return true;
    }
    problems.report(at, name + " wants a module path and a version");
    return false;
  }

  private Optional<GoModDirective> replacement(int at, List<Word> arguments) {
    int arrow = arguments.size() >= 2 && arguments.get(1).is(ARROW) ? 1 : 2;
    int size = arguments.size();
    if (size < arrow + 2 || size > arrow + 3 || !arguments.get(arrow).is(ARROW)) {
      problems.report(
          at, "replace wants a module path, perhaps a version, =>, and a path or directory");
      return Optional.empty();
    }
    String newPath = word(arguments, arrow + 1);
    boolean hasVersion = size == arrow + 3;
    if (hasVersion == isDirectory(newPath)) {
      problems.report(
          arguments.get(arrow + 1).start(),
          hasVersion
              ? "a directory has no version: " + newPath
              : "without a version, replace wants a directory that is absolute or starts with"
                  + " ./ or ../: "
                  + newPath);
      return Optional.empty();
    }
    return Optional.of(
        new GoModDirective.Replace(
            place(arguments, 0),
            word(arguments, 0),
            arrow == 1 ? Optional.empty() : Optional.of(word(arguments, 1)),
            newPath,
            hasVersion ? Optional.of(word(arguments, arrow + 2)) : Optional.empty()));
  }

  /**
   * Returns whether modfile's IsDirectoryPath says so: on every system, for that of every other.
   */
  private static boolean isDirectory(String path) {
    return path.matches("(?s)\\.{1,2}([/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*");
  }

  private Optional<GoModDirective> retraction(int at, List<Word> arguments) {
    if (arguments.size() == 1) {
      String version = word(arguments, 0);
      return Optional.of(new GoModDirective.Retract(place(arguments, 0), version, version));
    }
    if (arguments.size() == 5
        && arguments.get(0).is("[")
        && arguments.get(2).is(",")
        && arguments.get(4).is("]")) {
      return Optional.of(
          new GoModDirective.Retract(place(arguments, 1), word(arguments, 1), word(arguments, 3)));
    }
    problems.report(at, "retract wants a version or [low, high]");
    return Optional.empty();
  }

  private Optional<GoModDirective> setting(int at, List<Word> arguments) {
    String whole = arguments.size() == 1 && !arguments.get(0).quoted() ? word(arguments, 0) : "";
    int equals = whole.indexOf('=');
    if (equals < 0) {
      problems.report(at, "godebug wants key=value");
      return Optional.empty();
    }
    return Optional.of(
        new GoModDirective.Godebug(
            place(arguments, 0), whole.substring(0, equals), whole.substring(equals + 1)));
  }

  private Optional<GoModDirective> single(String name, int at, List<Word> arguments) {
    if (arguments.size() != 1 || word(arguments, 0).isEmpty()) {
      problems.report(at, name + " wants exactly one path");
      return Optional.empty();
    }
    Position place = place(arguments, 0);
    String path = word(arguments, 0);
    return Optional.of(
        switch (name) {
          case "tool" -> new GoModDirective.Tool(place, path);
          case "ignore" -> new GoModDirective.Ignore(place, path);
          default -> new GoModDirective.Use(place, path);
        });
  }

  private Position place(List<Word> arguments, int index) {
    return text.positionOf(arguments.get(index).start());
  }

  private static String word(List<Word> arguments, int index) {
    return arguments.get(index).value();
  }
}
