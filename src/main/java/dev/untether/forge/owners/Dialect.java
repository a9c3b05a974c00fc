package dev.untether.forge.owners;

import dev.untether.forge.ForgeKind;
import java.util.List;
import java.util.Optional;

/** The languages of CODEOWNERS files. */
public enum Dialect {
  /**
   * The last rule that matches counts: <a
   * href="https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners">About
   * code owners</a>.
   */
  GITHUB,

  /**
   * The last rule of each section counts: <a
   * href="https://docs.gitlab.com/user/project/codeowners/reference/">Syntax of CODEOWNERS</a>.
   */
  GITLAB,

  /**
   * All rules that match count, and are regular expressions of Go: <a
   * href="https://docs.gitea.com/usage/code-owners">Code Owners</a>.
   */
  GITEA;

  /** Returns where the file may lie; the first that is there counts. */
  public List<String> places() {
    return switch (this) {
      case GITHUB -> List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");
      case GITLAB -> List.of("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");
      case GITEA ->
          List.of("CODEOWNERS", "docs/CODEOWNERS", ".gitea/CODEOWNERS", ".forgejo/CODEOWNERS");
    };
  }

  /** Returns the dialect of a forge; nothing for Gerrit, which has plug-ins of its own for this. */
  public static Optional<Dialect> of(ForgeKind kind) {
    return switch (kind) {
      case GITHUB -> Optional.of(GITHUB);
      case GITLAB -> Optional.of(GITLAB);
      case GITEA -> Optional.of(GITEA);
      case GERRIT -> Optional.empty();
    };
  }
}
