package dev.untether.module;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a directory tree: collects source files and the places of {@code go.mod} files.
 * Symbolic links to directories are not followed — the go command does not either — so there are no
 * loops; symbolic links to files count if they stay within the tree.
 */
final class SourceWalk extends SimpleFileVisitor<Path> {
  static final String GO_MOD = "go.mod";

  private final Path root;
  private final TreeScope scope;
  // Relative paths of the directories that are open, each with its final slash.
  private final Deque<String> prefixes = new ArrayDeque<>();
  private final List<Found> files = new ArrayList<>();
  private final Set<Path> goModDirectories = new HashSet<>();
  private final List<Finding> problems = new ArrayList<>();

  /** One source file: where it is, in which directory, and its path relative to the root. */
  record Found(Path directory, Path file, String relative, SourceKind kind) {}

  /** A walk below {@code root}, which must be a real path. */
  SourceWalk(Path root, TreeScope scope) {
    this.root = root;
    this.scope = scope;
  }

  List<Found> files() {
    return files;
  }

  Set<Path> goModDirectories() {
    return goModDirectories;
  }

  List<Finding> problems() {
    return problems;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    if (dir.equals(root)) {
      prefixes.push("");
      return FileVisitResult.CONTINUE;
    }
    String name = nameOf(dir);
    if (!scope.entersDirectory(name)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (isOdd(name)) {
      reportOdd(name);
      return FileVisitResult.SKIP_SUBTREE;
    }
    prefixes.push(prefix() + name + "/");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = nameOf(file);
    if (attributes.isSymbolicLink()) {
      visitLink(file, name);
    } else {
      take(file, name, attributes.isRegularFile());
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    String name = nameOf(file);
    if (scope.entersDirectory(name)) {
      report(Rules.UNREADABLE, Severity.ERROR, name, reasonOf(problem));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException problem) {
    String directory = prefixes.pop();
    if (problem != null) {
      String shown = directory.isEmpty() ? "." : directory.substring(0, directory.length() - 1);
      String message = "was read in part only: " + reasonOf(problem);
      problems.add(
          new Finding(Rules.UNREADABLE, Severity.ERROR, shown, Finding.WHOLE_FILE, message));
    }
    return FileVisitResult.CONTINUE;
  }

  private void visitLink(Path link, String name) {
    boolean source = SourceKind.of(name).isPresent() || name.equals(GO_MOD);
    try {
      Path target = link.toRealPath();
      if (Files.isDirectory(target)) {
        String message = "is a symbolic link to a directory; it is not followed, name it to look";
        report(Rules.LINK, Severity.NOTE, name, message);
      } else if (source && !target.startsWith(root)) {
        String message = "is a symbolic link that leads out of the tree; it is left out";
        report(Rules.LINK, Severity.WARNING, name, message);
      } else {
        take(link, name, Files.isRegularFile(target));
      }
    } catch (IOException e) {
      if (source) {
        String message = "is a symbolic link that leads nowhere; mend or remove it" + detail(e);
        report(Rules.LINK, Severity.ERROR, name, message);
      }
    }
  }

  private void take(Path file, String name, boolean regular) {
    if (name.equals(GO_MOD)) {
      if (regular) {
        goModDirectories.add(parentOf(file));
      }
      return;
    }
    SourceKind kind = SourceKind.of(name).orElse(null);
    if (kind == null || !scope.takesFile(name)) {
      return;
    }
    if (isOdd(name)) {
      reportOdd(name);
    } else if (!regular) {
      report(Rules.UNREADABLE_FILE, Severity.ERROR, name, "is not a regular file");
    } else {
      files.add(new Found(parentOf(file), file, prefix() + name, kind));
    }
  }

  private String prefix() {
    return prefixes.isEmpty() ? "" : prefixes.element();
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Path parentOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /** Returns whether a name cannot be printed or be found again by what is printed. */
  static boolean isOdd(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || c == '\uFFFD') {
        return true;
      }
    }
    return false;
  }

  private void reportOdd(String name) {
    String message = "has a name with control characters or of another encoding; it is left out";
    report(Rules.ODD_NAME, Severity.WARNING, name, message);
  }

  private void report(String rule, Severity severity, String name, String message) {
    String shown = escape(prefix() + name);
    problems.add(new Finding(rule, severity, shown, Finding.WHOLE_FILE, message));
  }

  /** Returns a name that does no harm to a terminal or to line-based output. */
  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)) {
        escaped.append(String.format("\\x%02x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Returns nothing for a target that is merely missing: there is no more to say about it. */
  private static String detail(IOException problem) {
    return problem instanceof NoSuchFileException ? "" : " (" + reasonOf(problem) + ")";
  }

  private static String reasonOf(IOException problem) {
    if (problem instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    if (problem instanceof AccessDeniedException) {
      return "may not be read by this user";
    }
    String message = problem.getMessage();
    return problem.getClass().getSimpleName() + (message == null ? "" : " " + message);
  }

  /** The ids of what a walk reports. */
  private static final class Rules {
    static final String UNREADABLE = "unreadable-directory";
    static final String UNREADABLE_FILE = SourceReader.UNREADABLE;
    static final String LINK = "symbolic-link";
    static final String ODD_NAME = "odd-file-name";

    private Rules() {}
  }
}
