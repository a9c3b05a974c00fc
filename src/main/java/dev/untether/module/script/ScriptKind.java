package dev.untether.module.script;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a build script is, by its name and place. */
public enum ScriptKind {
  MAKEFILE("makefile"),
  SHELL("shell script"),
  BATCH("batch file"),
  DOCKERFILE("Dockerfile"),
  GITHUB("GitHub workflow"),
  GITLAB("GitLab CI configuration"),
  CIRCLECI("CircleCI configuration"),
  TRAVIS("Travis configuration"),
  AZURE("Azure pipeline"),
  OTHER_CI("CI configuration"),
  GORELEASER("GoReleaser configuration"),
  BAZEL("Bazel file"),
  JUSTFILE("justfile"),
  TASKFILE("Taskfile"),
  NIX("Nix expression"),
  ENVIRONMENT("environment file"),
  PACKAGE_JSON("package.json"),
  MAGEFILE("magefile"),
  MARKDOWN("document");

  private static final Set<String> SHELL_ENDS =
      Set.of("sh", "bash", "zsh", "ksh", "ps1", "pkgbuild");
  private static final Set<String> MAGEFILES = Set.of("magefile.go", "mage.go");
  private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");

  private final String words;

  ScriptKind(String words) {
    this.words = words;
  }

  /** Returns the words that messages use. */
  public String words() {
    return words;
  }

  /** Returns whether it is run by a CI system. */
  public boolean isCi() {
    return compareTo(GITHUB) >= 0 && compareTo(OTHER_CI) <= 0;
  }

  /** Returns whether it is read by people, and run by nobody. */
  public boolean isProse() {
    return this == MARKDOWN;
  }

  /** Returns whether comments in it start with a number sign. */
  public boolean hasHashComments() {
    return switch (this) {
      case BATCH, PACKAGE_JSON, MAGEFILE, MARKDOWN -> false;
      default -> true;
    };
  }

  /**
   * Returns the kind of a file; empty for files that are no build scripts.
   *
   * @param relative its path below the directory that is looked at, with slashes
   */
  public static Optional<ScriptKind> of(String relative) {
    String path = relative.toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    String directory = "/" + path.substring(0, path.length() - name.length());
    if (YAML.matcher(name).matches()) {
      return yaml(directory, name);
    }
    String end = name.substring(name.lastIndexOf('.') + 1);
    if (name.endsWith(".go")) {
      boolean mage = MAGEFILES.contains(name) || directory.endsWith("/magefiles/");
      return mage ? Optional.of(MAGEFILE) : Optional.empty();
    }
    if (isMakefile(directory, name, end)) {
      return Optional.of(MAKEFILE);
    }
    if (name.startsWith("dockerfile") || end.equals("dockerfile") || name.equals("containerfile")) {
      return Optional.of(DOCKERFILE);
    }
    if (SHELL_ENDS.contains(end)) {
      return Optional.of(SHELL);
    }
    return byEnd(name, end);
  }

  private static boolean isMakefile(String directory, String name, String end) {
    return end.equals("mk")
        || name.equals("makefile")
        || name.startsWith("makefile.")
        || name.equals("gnumakefile")
        || directory.endsWith("/debian/") && name.equals("rules");
  }

  private static Optional<ScriptKind> byEnd(String name, String end) {
    if (name.equals("package.json")) {
      return Optional.of(PACKAGE_JSON);
    }
    if (name.equals("go.env") || name.equals(".env") || name.equals(".envrc")) {
      return Optional.of(ENVIRONMENT);
    }
    return Optional.ofNullable(
        switch (end) {
          case "bat", "cmd" -> BATCH;
          case "bzl", "bazel", "bazelrc", "build", "workspace" -> BAZEL;
          case "justfile", "just" -> JUSTFILE;
          case "nix" -> NIX;
          case "md", "markdown" -> MARKDOWN;
          default -> null;
        });
  }

  private static Optional<ScriptKind> yaml(String directory, String name) {
    if (directory.contains("/.github/") || name.matches("action\\.ya?ml")) {
      return Optional.of(GITHUB);
    }
    if (name.contains(".gitlab-ci.") || directory.contains("/.gitlab/")) {
      return Optional.of(GITLAB);
    }
    if (directory.endsWith("/.circleci/")) {
      return Optional.of(CIRCLECI);
    }
    if (name.startsWith(".travis.")) {
      return Optional.of(TRAVIS);
    }
    if (name.startsWith("azure-pipelines") || directory.contains("/.azure-pipelines/")) {
      return Optional.of(AZURE);
    }
    if (name.matches("\\.?(drone|woodpecker|cirrus|cloudbuild|appveyor)\\.ya?ml")
        || directory.contains("/.woodpecker/")) {
      return Optional.of(OTHER_CI);
    }
    if (name.matches("\\.?goreleaser[\\w.-]*\\.ya?ml")) {
      return Optional.of(GORELEASER);
    }
    return name.startsWith("taskfile.") ? Optional.of(TASKFILE) : Optional.empty();
  }
}
