package dev.untether.module.script;

import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The build scripts below a directory. Symbolic links are not followed; what other projects brought
 * along ({@code vendor}, {@code node_modules}, {@code testdata}) and {@code .git} is passed over.
 *
 * @param scripts those that could be read, by path
 * @param problems what could not, by path
 */
public record BuildScripts(List<BuildScript> scripts, List<Finding> problems) {
  /** The size in bytes up to which a script is read: no person writes a longer one. */
  static final long LIMIT = 1L << 20;

  /** Rule id: a name that cannot be printed, or not be found again by what is printed. */
  private static final String ODD_NAME = "odd-file-name";

  private static final int DEPTH = 64;
  private static final Set<String> PASSED_OVER =
      Set.of(".git", ".hg", ".svn", "node_modules", "vendor", "testdata");

  /** Copies the lists. */
  public BuildScripts {
    scripts = List.copyOf(scripts);
    problems = List.copyOf(problems);
  }

  /** Returns the build scripts below a directory. Never throws, whatever it finds. */
  public static BuildScripts below(Path root) {
    Walk walk = new Walk(root);
    try {
      Files.walkFileTree(root, Set.of(), DEPTH, walk);
    } catch (IOException e) {
      walk.report(".", Severity.WARNING, "was read in part only: " + e.getMessage());
    }
    List<BuildScript> scripts = new ArrayList<>();
    for (Found found : walk.found) {
      var read = SourceReader.read(found.file, found.relative, LIMIT);
      if (read instanceof SourceReader.Text text) {
        scripts.add(new BuildScript(found.file, found.relative, found.kind, text.text()));
      } else {
        Finding refused = ((SourceReader.Refused) read).problem();
        walk.problems.add(
            new Finding(
                refused.rule(),
                Severity.NOTE,
                refused.path(),
                refused.position(),
                refused.message()));
      }
    }
    Collections.sort(scripts);
    Collections.sort(walk.problems);
    return new BuildScripts(scripts, walk.problems);
  }

  /** Returns the scripts of CI systems. */
  public List<BuildScript> ci() {
    return scripts.stream().filter(script -> script.kind().isCi()).toList();
  }

  private record Found(Path file, String relative, ScriptKind kind) {}

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Found> found = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      if (directory.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      String name = name(directory);
      return PASSED_OVER.contains(name) || isOdd(name)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        ScriptKind.of(relative).ifPresent(kind -> take(file, relative, kind));
      }
      return FileVisitResult.CONTINUE;
    }

    private void take(Path file, String relative, ScriptKind kind) {
      if (isOdd(name(file))) {
        report(
            relative.replaceAll("\\p{Cntrl}", "?"),
            Severity.NOTE,
            "has a name with control characters or of another encoding; it is left out");
      } else {
        found.add(new Found(file, relative, kind));
      }
    }

    // The walk over the sources has told already what cannot be entered.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    private void report(String path, Severity severity, String message) {
      problems.add(new Finding(ODD_NAME, severity, path, Finding.WHOLE_FILE, message));
    }

    private static String name(Path path) {
      Path name = path.getFileName();
      return name == null ? "" : name.toString();
    }

    private static boolean isOdd(String name) {
      return name.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
    }
  }
}
