package dev.untether.module.script;

import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Go release that a CI configuration asks for, as far as it can be seen without running it.
 *
 * @param script the file
 * @param position where
 * @param text what is written: {@code 1.22.x}, {@code stable}, {@code tip}
 * @param minor the N of Go 1.N; empty for words that mean another one from time to time
 */
public record StatedRelease(
    BuildScript script, Position position, String text, Optional<Integer> minor) {

  private static final Pattern KEY =
      Pattern.compile("(?i)^[\\s-]*(?:go|golang|go[-_]?versions?|goversion)\\s*:(.*)");
  private static final Pattern IMAGE = Pattern.compile("\\bgolang:(1\\.\\d{1,2})");
  private static final Pattern ITEM = Pattern.compile("^\\s*-\\s*(.*)");
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?<![\\w.$])(?:[\\^~]|[<>]=?)?(?:go)?1\\.(\\d{1,2})(?:\\.(?:\\d+|x|X))?(?![\\w.])"
              + "|(?<![\\w.-])(stable|oldstable|tip|gotip|master)(?![\\w.-])");

  /** Returns the releases that CI configurations among {@code scripts} ask for, in order. */
  public static List<StatedRelease> in(List<BuildScript> scripts) {
    List<StatedRelease> found = new ArrayList<>();
    for (BuildScript script : scripts) {
      if (script.kind().isCi()) {
        read(script, found);
      }
    }
    return List.copyOf(found);
  }

  private static void read(BuildScript script, List<StatedRelease> found) {
    boolean inList = false;
    for (ScriptLines.Line line : ScriptLines.of(script).lines()) {
      String code =
          line.comment()
              .map(it -> script.text().slice(line.span().start(), it.span().start()))
              .orElse(line.text());
      Matcher key = KEY.matcher(code);
      Matcher image = IMAGE.matcher(code);
      if (key.matches()) {
        inList = key.group(1).isBlank() || key.group(1).strip().equals("[");
        add(script, line, code, key.start(1), found);
      } else if (image.find()) {
        add(script, line, code, image.start(1), found);
      } else if (inList && (ITEM.matcher(code).matches() || code.strip().endsWith(","))) {
        add(script, line, code, 0, found);
      } else if (!code.isBlank()) {
        inList = false;
      }
    }
  }

  private static void add(
      BuildScript script, ScriptLines.Line line, String code, int from, List<StatedRelease> found) {
    Matcher matcher = RELEASE.matcher(code);
    matcher.region(from, code.length());
    while (matcher.find()) {
      int at = line.span().start() + SourceText.of(code.substring(0, matcher.start())).length();
      Optional<Integer> minor = Optional.ofNullable(matcher.group(1)).map(Integer::valueOf);
      found.add(new StatedRelease(script, script.text().positionOf(at), matcher.group(), minor));
    }
  }
}
