package dev.untether.recipe.script;

import dev.untether.recipe.script.YamlLines.Line;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of Go releases of a CI matrix: {@code [1.21.x, 1.22.x]}, or an item on each line. */
final class ReleaseList {
  private static final Pattern KEY =
      Pattern.compile("go|golang|go[-_]?versions?", Pattern.CASE_INSENSITIVE);
  private static final Pattern RELEASE = Pattern.compile("(['\"]?)(1\\.(\\d{1,2}))(\\.x)?\\1");
  private static final Pattern OTHER =
      Pattern.compile(
          "['\"]?(?:stable|oldstable|tip|gotip|\\^?1\\.\\d{1,2}(?:[.-][\\w.-]+)?)['\"]?");

  private final SortedSet<Integer> releases = new TreeSet<>();
  private final Line key;
  private final Optional<Line> lastItem;
  private String model = "";

  private ReleaseList(Line key, Optional<Line> lastItem) {
    this.key = key;
    this.lastItem = lastItem;
  }

  /** Returns whether a line is the key of such a list: in a matrix, and with a name for it. */
  static boolean isKey(YamlLines yaml, Line line) {
    if (!KEY.matcher(line.key()).matches()) {
      return false;
    }
    Optional<Line> parent = yaml.parent(line);
    return parent.isPresent() && parent.get().key().equals("matrix");
  }

  /** Returns the list behind a key; empty if it is no list of releases that can be read. */
  static Optional<ReleaseList> of(YamlLines yaml, Line key) {
    List<String> items = new ArrayList<>();
    List<Line> below = yaml.below(key);
    Optional<Line> last = Optional.empty();
    if (key.value().startsWith("[") && key.value().endsWith("]")) {
      String inner = key.value().substring(1, key.value().length() - 1);
      for (String item : inner.split(",", -1)) {
        items.add(item.strip());
      }
    } else if (key.value().isEmpty() && !below.isEmpty()) {
      for (Line line : below) {
        String content = line.content().strip();
        if (line.isBlank()) {
          continue;
        }
        if (!content.startsWith("- ")) {
          return Optional.empty();
        }
        items.add(YamlLines.withoutComment(content.substring(2)).strip());
        last = Optional.of(line);
      }
    } else {
      return Optional.empty();
    }
    ReleaseList list = new ReleaseList(key, last);
    return items.stream().allMatch(list::take) && !list.releases.isEmpty()
        ? Optional.of(list)
        : Optional.empty();
  }

  private boolean take(String item) {
    Matcher release = RELEASE.matcher(item);
    if (release.matches()) {
      releases.add(Integer.valueOf(release.group(3)));
      model = item;
      return true;
    }
    return OTHER.matcher(item).matches();
  }

  /** Adds the releases of {@code wanted} that are not in the list. */
  void extend(String file, SourceText text, SortedSet<Integer> wanted, ModuleDraft draft) {
    List<String> added = new ArrayList<>();
    for (int minor : wanted) {
      if (!releases.contains(minor)) {
        added.add(item(minor));
      }
    }
    if (added.isEmpty()) {
      return;
    }
    if (lastItem.isEmpty()) {
      int close = key.content().lastIndexOf(']', endOfValue());
      int offset = key.start() + SourceText.of(key.content().substring(0, close)).length();
      while (text.bytes()[offset - 1] == ' ') {
        offset--;
      }
      draft.replace(file, Span.at(offset), ", " + String.join(", ", added));
      return;
    }
    Line last = lastItem.get();
    String dash = last.content().substring(0, last.content().indexOf('-') + 2);
    int offset = last.start() + SourceText.of(last.content()).length();
    StringBuilder lines = new StringBuilder();
    added.forEach(item -> lines.append('\n').append(dash).append(item));
    draft.replace(file, Span.at(offset), lines.toString());
  }

  private int endOfValue() {
    return key.content().lastIndexOf(key.value()) + key.value().length() - 1;
  }

  /** Returns a release as the others are written; 1.30 without quotes would be the number 1.3. */
  private String item(int minor) {
    Matcher release = RELEASE.matcher(model);
    if (!release.matches()) {
      return "'1." + minor + "'";
    }
    boolean isNumber = release.group(1).isEmpty() && release.group(4) == null && minor % 10 == 0;
    String quote = isNumber ? "'" : release.group(1);
    return quote + "1." + minor + (release.group(4) == null ? "" : ".x") + quote;
  }
}
