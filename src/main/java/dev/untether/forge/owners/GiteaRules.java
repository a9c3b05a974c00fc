package dev.untether.forge.owners;

import dev.untether.forge.owners.GoExpressionParser.Refused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules of Gitea and Forgejo: all that match count. */
final class GiteaRules implements Rules {
  private final List<Rule> rules;

  private record Rule(GoExpression expression, boolean negated, List<String> owners) {}

  private GiteaRules(List<Rule> rules) {
    this.rules = rules;
  }

  static Rules read(String[] lines, Problems problems) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      List<String> words = words(lines[i]);
      if (words.size() == 1) {
        problems.add(i + 1, 1, "expected owners behind the expression; Gitea passes over the line");
      } else if (words.size() > 1) {
        read(words, i + 1, rules, problems);
      }
    }
    return new GiteaRules(List.copyOf(rules));
  }

  private static void read(List<String> words, int line, List<Rule> rules, Problems problems) {
    boolean negated = words.get(0).startsWith("!");
    String pattern = negated ? words.get(0).substring(1) : words.get(0);
    Set<String> owners = new LinkedHashSet<>();
    for (String word : words.subList(1, words.size())) {
      String owner = word.startsWith("@") ? word : "@" + word;
      boolean known =
          Owner.of(owner).filter(one -> one.kind() != Owner.Kind.ROLE).isPresent()
              && owner.indexOf('/') == owner.lastIndexOf('/');
      if (known) {
        owners.add(owner);
      } else {
        problems.add(line, 1, "expected @user or @org/team, but found `" + word + "`");
      }
    }
    try {
      // Put together as Gitea does: what is on either side of a bar has one anchor alone.
      GoExpression expression = GoExpressionParser.parse("^" + pattern + "$");
      if (!owners.isEmpty()) {
        rules.add(new Rule(expression, negated, List.copyOf(owners)));
      }
    } catch (Refused e) {
      problems.add(line, 1, e.getMessage() + "; the line is passed over");
    }
  }

  /** Returns the words of a line; a backslash goes and takes the meaning of what follows it. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean escaped = false;
    for (char c : line.strip().toCharArray()) {
      if (escaped) {
        word.append(c);
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '#') {
        break;
      } else if (c != ' ' && c != '\t') {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  @Override
  public List<String> of(String path) {
    Set<String> owners = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule.expression().matches(path) != rule.negated()) {
        owners.addAll(rule.owners());
      }
    }
    return List.copyOf(owners);
  }
}
