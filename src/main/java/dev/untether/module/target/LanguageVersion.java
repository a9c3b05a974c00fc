package dev.untether.module.target;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the go line of a module asks for.
 *
 * @param minor the N of Go 1.N, the language that the module is written in; {@link #BEYOND} for Go
 *     2 and later
 */
public record LanguageVersion(int minor) {
  /** Stands for a language after every Go 1.N. */
  public static final int BEYOND = 10_000;

  private static final Pattern GO_LINE = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(?!\\d).*");

  /** Of a module whose go.mod has no go line: https://go.dev/ref/mod#go-mod-file-go. */
  public static final LanguageVersion WITHOUT_GO_LINE = new LanguageVersion(16);

  /**
   * Returns the version on a go line.
   *
   * @param goLine such as {@code 1.23}, {@code 1.24.2} or {@code 1.25rc1}; empty if there is no
   *     such line
   */
  public static LanguageVersion of(Optional<String> goLine) {
    Matcher line = GO_LINE.matcher(goLine.orElse(""));
    if (!line.matches()) {
      return WITHOUT_GO_LINE;
    }
    int major = Integer.parseInt(line.group(1));
    return new LanguageVersion(major > 1 ? BEYOND : Integer.parseInt(line.group(2)));
  }

  /**
   * Returns {@code range} without the releases that refuse the module because its go line is newer:
   * https://go.dev/doc/toolchain. If all of them are older than the go line, the newest one stands
   * in for the release that would build the module.
   */
  public ReleaseRange admitted(ReleaseRange range) {
    int first = Math.min(Math.max(range.first(), minor), range.last());
    return first == range.first() ? range : new ReleaseRange(first, range.last());
  }
}
