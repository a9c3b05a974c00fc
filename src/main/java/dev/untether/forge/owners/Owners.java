package dev.untether.forge.owners;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;

/**
 * What a CODEOWNERS file says. Lines that its forge would not understand are passed over, with a
 * finding each. Immutable.
 */
public final class Owners {
  /** Rule id of findings about CODEOWNERS files. */
  public static final String RULE = "codeowners";

  /** The size in bytes above which GitHub does not read the file; nor is any other read by us. */
  public static final int MAX_SIZE = 3 * 1024 * 1024;

  private final Rules rules;
  private final List<Finding> findings;

  private Owners(Rules rules, List<Finding> findings) {
    this.rules = rules;
    this.findings = findings;
  }

  /**
   * Returns what a file says.
   *
   * @param name the file as findings name it
   */
  public static Owners parse(Dialect dialect, String name, SourceText text) {
    Problems problems = new Problems(name);
    String unreadable =
        text.length() >= MAX_SIZE
            ? "the file has 3 MB or more, which GitHub does not read and we do not either; expected"
                + " fewer rules, with wildcards"
            : text.isBinary() || !text.isUtf8() ? "the file is no text; expected UTF-8" : "";
    if (!unreadable.isEmpty()) {
      problems.add(0, 0, unreadable);
      return new Owners(path -> List.of(), problems.findings());
    }
    String content = text.toString();
    String[] lines =
        content.substring(text.hasByteOrderMark() ? 1 : 0).replace("\r", "").split("\n", -1);
    Rules rules =
        switch (dialect) {
          case GITHUB -> GitHubRules.read(lines, problems);
          case GITLAB -> GitLabRules.read(lines, problems);
          case GITEA -> GiteaRules.read(lines, problems);
        };
    return new Owners(rules, problems.findings());
  }

  /** Returns what was not understood, in the order of the lines; no more than 100. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns the owners of a file as they are written, {@code @} included, each once; nobody is
   * possible.
   *
   * @param path of the file, from the root of the repository, with slashes
   */
  public List<String> of(String path) {
    return rules.of(path.startsWith("/") ? path.substring(1) : path);
  }

  /**
   * Returns whom the forge can be asked to have review the files, each once, in the order of the
   * files: names of people, and of teams as {@code org/team}.
   */
  public List<String> reviewers(List<String> paths) {
    return paths.stream()
        .flatMap(path -> of(path).stream())
        .distinct()
        .flatMap(owner -> Owner.of(owner).stream())
        .flatMap(owner -> owner.reviewer().stream())
        .distinct()
        .toList();
  }
}
