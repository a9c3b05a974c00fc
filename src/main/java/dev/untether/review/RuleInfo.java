package dev.untether.review;

import dev.untether.text.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A rule that findings name. Its documentation is {@code rules/<id>.md} beside this class: a first
 * line {@code # title}, then Markdown with what is wrong, why, and what to do instead.
 *
 * @param id kebab-case
 * @param group what its findings ask for
 * @param severity how grave a finding is unless the configuration says otherwise
 */
public record RuleInfo(String id, Group group, Severity severity) {
  private static final String HEADING = "# ";

  /** Returns the title: one line without a final dot. */
  public String title() {
    String first = documentation().lines().findFirst().orElse(id);
    return first.startsWith(HEADING) ? first.substring(HEADING.length()) : first;
  }

  /**
   * Returns the documentation as Markdown, title included.
   *
   * @throws IllegalStateException if this program lacks it
   */
  public String documentation() {
    try (InputStream in = RuleInfo.class.getResourceAsStream("rules/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("rule without documentation: " + id);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
