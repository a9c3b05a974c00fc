package dev.untether.forge.owners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of GitLab: of each section, the last one that matches counts, unless one of the section
 * that begins with {@code !} matches too. Whether a section is optional, and how many have to
 * approve, makes no difference to who its owners are.
 */
final class GitLabRules implements Rules {
  private static final int MAX_PATTERN = 1_000;
  private static final Pattern HEADING =
      Pattern.compile("\\^?\\[([^\\]]*)\\](?:\\[([^\\]]*)\\])?(?:\\s+(.*))?");

  // By the pattern: a later rule of the same one takes the place of an earlier.
  private final List<Map<String, Rule>> sections;

  private record Rule(Glob glob, List<String> owners, boolean excludes) {}

  private GitLabRules(List<Map<String, Rule>> sections) {
    this.sections = sections;
  }

  static Rules read(String[] lines, Problems problems) {
    Map<String, Map<String, Rule>> sections = new LinkedHashMap<>();
    Map<String, Rule> section = sections.computeIfAbsent("", name -> new LinkedHashMap<>());
    List<String> owners = List.of();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      int indent = lines[i].indexOf(line);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher heading = HEADING.matcher(line);
      boolean headed = line.startsWith("[") || line.startsWith("^[");
      if (headed && heading.matches() && !heading.group(1).isBlank()) {
        String name = heading.group(1).strip().toLowerCase(Locale.ROOT);
        // The section without a name is no section of the name "".
        section = sections.computeIfAbsent("[" + name, key -> new LinkedHashMap<>());
        int at = heading.start(3);
        owners = at < 0 ? List.of() : owners(line.substring(at), i + 1, indent + at, problems);
        String approvals = heading.group(2);
        if (approvals != null && !approvals.matches("[1-9][0-9]{0,8}")) {
          problems.add(
              i + 1, indent + heading.start(2) + 1, "expected the number of approvals, from 1 on");
        }
      } else {
        if (headed) {
          problems.add(
              i + 1,
              indent + 1,
              "not the heading of a section: GitLab takes it for a rule; expected [Name],"
                  + " ^[Name] or [Name][2]");
        }
        read(line, i + 1, indent, section, owners, problems);
      }
    }
    return new GitLabRules(List.copyOf(sections.values()));
  }

  private static void read(
      String line,
      int number,
      int indent,
      Map<String, Rule> section,
      List<String> defaults,
      Problems problems) {
    String first = Words.of(line).get(0).text();
    boolean excludes = first.startsWith("!");
    String pattern = excludes ? first.substring(1) : first;
    if (pattern.isEmpty() || pattern.length() > MAX_PATTERN) {
      problems.add(number, indent + 1, "expected a pattern of 1 to " + MAX_PATTERN + " characters");
      return;
    }
    String rest = line.substring(first.length());
    List<String> owners =
        rest.isBlank() ? defaults : owners(rest, number, indent + first.length(), problems);
    if (owners.isEmpty() && !excludes) {
      problems.add(number, indent + 1, "nobody owns what matches; expected @user or @group");
    }
    String full = full(pattern);
    section.put(full, new Rule(glob(full), owners, excludes));
  }

  private static List<String> owners(String text, int line, int before, Problems problems) {
    Set<String> owners = new LinkedHashSet<>();
    for (Words.Word word : Words.of(text)) {
      if (Owner.of(word.text()).isPresent()) {
        owners.add(word.text());
      } else {
        problems.add(
            line,
            before + word.column(),
            word.text().startsWith("#")
                ? "GitLab has no comments behind rules: owners in it are owners"
                : "expected @user, @group, @@role or an address; GitLab passes over it");
      }
    }
    return List.copyOf(owners);
  }

  private static String full(String pattern) {
    if (pattern.equals("*")) {
      return "/**/*";
    }
    String rooted = pattern.startsWith("/") ? pattern : "/**/" + pattern;
    return rooted.endsWith("/") ? rooted + "**/*" : rooted;
  }

  // As Ruby's File.fnmatch with FNM_PATHNAME and FNM_DOTMATCH.
  private static Glob glob(String full) {
    String[] parts = full.substring(1).split("/", -1);
    List<Glob.Segment> segments = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      boolean deep = parts[i].equals("**") && i < parts.length - 1;
      segments.add(deep ? Glob.ANY_DEPTH : Glob.Segment.of(parts[i], true));
    }
    return new Glob(segments);
  }

  @Override
  public List<String> of(String path) {
    String[] segments = path.split("/", -1);
    Set<String> owners = new LinkedHashSet<>();
    for (Map<String, Rule> section : sections) {
      List<String> last = List.of();
      for (Rule rule : section.values()) {
        if (rule.glob().matches(segments)) {
          last = rule.owners();
          if (rule.excludes()) {
            last = List.of();
            break;
          }
        }
      }
      owners.addAll(last);
    }
    return List.copyOf(owners);
  }
}
