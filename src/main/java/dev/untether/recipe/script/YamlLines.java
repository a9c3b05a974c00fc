package dev.untether.recipe.script;

import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file in block style as lines, so that some can be put in without touching the others. A
 * line belongs to the key above it that is indented less.
 */
final class YamlLines {
  private static final Pattern KEY = Pattern.compile("(\\s*(?:- +)?)['\"]?([\\w.-]+)['\"]?:(.*)");

  /** What is larger was not written by a person. */
  static final int MAX_BYTES = 1 << 17;

  private final SourceText text;
  private final List<Line> lines = new ArrayList<>();

  YamlLines(SourceText text) {
    this.text = text;
    for (int number = 1; number <= text.lineCount(); number++) {
      int start = text.lineStart(number);
      int end = number < text.lineCount() ? text.lineStart(number + 1) : text.length();
      lines.add(line(number - 1, start, text.slice(start, end).stripTrailing()));
    }
  }

  /**
   * One line.
   *
   * @param index counts from 0
   * @param start its offset
   * @param content without white space at its end
   * @param indent how far its key or text is from the margin, behind the dash of an item
   * @param key the key that it starts with, empty if none
   * @param value what stands behind the key, without comment
   */
  record Line(int index, int start, String content, int indent, String key, String value) {
    boolean isBlank() {
      return content.isBlank() || content.strip().startsWith("#");
    }
  }

  private static Line line(int index, int start, String content) {
    Matcher matcher = KEY.matcher(content);
    if (matcher.matches() && !content.strip().startsWith("#")) {
      String value = withoutComment(matcher.group(3)).strip();
      return new Line(index, start, content, matcher.group(1).length(), matcher.group(2), value);
    }
    int indent = content.length() - content.stripLeading().length();
    return new Line(index, start, content, indent, "", "");
  }

  /** Returns what stands before a comment on the line. */
  static String withoutComment(String content) {
    int mark = content.indexOf(" #");
    return mark < 0 ? content : content.substring(0, mark);
  }

  List<Line> all() {
    return lines;
  }

  /** Returns the lines that belong to {@code parent}, without blank ones. */
  List<Line> below(Line parent) {
    List<Line> below = new ArrayList<>();
    for (Line line : lines.subList(parent.index() + 1, lines.size())) {
      boolean isItem = line.content().strip().startsWith("-");
      int margin = line.content().length() - line.content().stripLeading().length();
      // What looks like a comment may be a line of a script.
      if (line.content().isBlank() || line.isBlank() && margin <= parent.indent()) {
        continue;
      }
      if (margin < parent.indent() || margin == parent.indent() && !isItem) {
        break;
      }
      below.add(line);
    }
    return below;
  }

  /** Returns the key at the margin. */
  Optional<Line> top(String key) {
    return lines.stream().filter(line -> line.indent() == 0 && line.key().equals(key)).findFirst();
  }

  /** Returns the nearest key above a line that is indented less. */
  Optional<Line> parent(Line child) {
    for (int i = child.index() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (!line.isBlank() && !line.key().isEmpty() && line.indent() < child.indent()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** Returns the offset behind a line and its line break. */
  int behind(Line line) {
    return line.index() + 1 < lines.size() ? lines.get(line.index() + 1).start() : text.length();
  }

  /** Returns whether the file ends without a line break. */
  boolean isOpen() {
    return text.length() > 0 && text.bytes()[text.length() - 1] != '\n';
  }

  /** Returns what the whole text means; empty if it is no YAML or no mapping. */
  static Optional<Map<?, ?>> parse(String yaml) {
    try {
      Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }
}
