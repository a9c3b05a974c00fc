package dev.untether.forge.owners;

import java.util.ArrayList;
import java.util.List;

/** The rules of GitHub: of those that match, the last one counts, also if it names nobody. */
final class GitHubRules implements Rules {
  private static final int MAX_PATTERN = 1_000;

  private final List<Rule> rules;

  private record Rule(Glob glob, List<String> owners) {}

  private GitHubRules(List<Rule> rules) {
    this.rules = rules;
  }

  static Rules read(String[] lines, Problems problems) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      List<Words.Word> words = Words.of(lines[i]);
      int comment = 0;
      while (comment < words.size() && !words.get(comment).text().startsWith("#")) {
        comment++;
      }
      if (comment > 0) {
        read(words.subList(0, comment), i + 1, rules, problems);
      }
    }
    return new GitHubRules(List.copyOf(rules));
  }

  private static void read(List<Words.Word> words, int line, List<Rule> rules, Problems problems) {
    Words.Word pattern = words.get(0);
    String wrong = wrong(pattern.text());
    if (!wrong.isEmpty()) {
      problems.add(line, pattern.column(), wrong + "; GitHub passes over the line");
      return;
    }
    List<String> owners = new ArrayList<>();
    for (Words.Word word : words.subList(1, words.size())) {
      boolean known =
          Owner.of(word.text()).filter(owner -> owner.kind() != Owner.Kind.ROLE).isPresent();
      if (!known) {
        problems.add(
            line,
            word.column(),
            "expected @user, @org/team or an address; GitHub passes over the line");
        return;
      }
      if (!owners.contains(word.text())) {
        owners.add(word.text());
      }
    }
    rules.add(new Rule(glob(pattern.text()), List.copyOf(owners)));
  }

  private static String wrong(String pattern) {
    if (pattern.length() > MAX_PATTERN) {
      return "expected a pattern of at most " + MAX_PATTERN + " characters";
    }
    if (pattern.startsWith("\\#")) {
      return "expected no pattern that starts with `\\#`";
    }
    if (pattern.startsWith("!")) {
      return "expected no negated pattern: leave out the owners of a later rule instead";
    }
    return pattern.indexOf('[') >= 0 || pattern.indexOf(']') >= 0
        ? "expected no brackets: there are no sets of characters"
        : "";
  }

  // As for gitignore: https://git-scm.com/docs/gitignore#_pattern_format
  private static Glob glob(String pattern) {
    boolean folder = pattern.endsWith("/");
    String start = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean anchored = start.indexOf('/') >= 0;
    String[] parts = (start.startsWith("/") ? start.substring(1) : start).split("/", -1);
    List<Glob.Segment> segments = new ArrayList<>();
    if (!anchored) {
      segments.add(Glob.ANY_DEPTH);
    }
    for (String part : parts) {
      segments.add(part.equals("**") ? Glob.ANY_DEPTH : Glob.Segment.of(part, false));
    }
    String last = parts[parts.length - 1];
    if (folder || last.equals("**")) {
      // What is in a folder, and not a file of that name.
      segments.add(Glob.ANY_DEPTH);
      segments.add(Glob.ANY);
    } else if (!anchored || !last.equals("*")) {
      // What is below, if it is a folder; but `docs/*` is about the files in docs alone.
      segments.add(Glob.ANY_DEPTH);
    }
    return new Glob(segments);
  }

  @Override
  public List<String> of(String path) {
    String[] segments = path.split("/", -1);
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).glob().matches(segments)) {
        return rules.get(i).owners();
      }
    }
    return List.of();
  }
}
