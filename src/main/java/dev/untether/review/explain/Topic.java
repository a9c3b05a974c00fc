package dev.untether.review.explain;

import dev.untether.access.AccessData;
import dev.untether.access.Rule;
import dev.untether.review.RuleInfo;
import dev.untether.review.buildlog.FailureKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Something with an id that output names, and that can be looked up.
 *
 * @param id kebab-case
 * @param kind what the id is one of, as a noun
 * @param title one line
 * @param text Markdown, without the title; may be empty
 */
public record Topic(String id, String kind, String title, String text) {

  /**
   * Returns the rules by which the linker decides, with the lines of Go's source that state them.
   */
  public static List<Topic> ofLinkerRules(SortedMap<Integer, AccessData> releases) {
    return Stream.of(Rule.values()).map(rule -> of(rule, releases)).toList();
  }

  private static Topic of(Rule rule, Map<Integer, AccessData> releases) {
    StringBuilder text = new StringBuilder();
    releases.forEach(
        (release, data) -> {
          String link = data.linker().link(rule);
          if (!link.isEmpty()) {
            text.append("- Go 1.").append(release).append(": ").append(link).append('\n');
          }
        });
    return new Topic(rule.id(), "rule of the linker", sentence(rule.reason()), text.toString());
  }

  private static String sentence(String reason) {
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
  }

  /** Returns the ways in which builds fail. */
  public static List<Topic> ofFailures() {
    List<Topic> topics = new ArrayList<>();
    for (FailureKind kind : FailureKind.values()) {
      topics.add(new Topic(kind.id(), "failure of a build", kind.meaning(), kind.advice() + "\n"));
    }
    return topics;
  }

  /** Returns the rules that findings name. */
  public static List<Topic> ofFindings(Collection<RuleInfo> rules) {
    return rules.stream().map(Topic::of).toList();
  }

  private static Topic of(RuleInfo rule) {
    String documentation = rule.documentation();
    int end = documentation.indexOf('\n');
    String text = end < 0 ? "" : documentation.substring(end).strip() + "\n";
    return new Topic(rule.id(), "rule of check", rule.title(), text);
  }
}
