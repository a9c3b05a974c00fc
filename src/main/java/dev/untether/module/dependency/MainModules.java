package dev.untether.module.dependency;

import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.module.GoWork;
import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that a build starts from: one, or those of a workspace.
 *
 * @param workspace the {@code go.work} that rules, if one does
 * @param modules in the order of the workspace
 */
record MainModules(Optional<Workspace> workspace, List<Main> modules) {
  static final String GO_MOD = "go.mod";
  static final String GO_WORK = "go.work";

  private static final long MAX_BYTES = 16L << 20;
  // What Go takes a go.mod without a go line for; see gover.DefaultGoModVersion.
  private static final String OLDEST = "1.16";

  /**
   * A main module.
   *
   * @param shownAs its {@code go.mod} as the user will see it named
   */
  record Main(String path, Path directory, GoMod goMod, String shownAs) {
    ModuleVersion version() {
      return new ModuleVersion(path, "");
    }

    GoVersion goVersion() {
      return GoVersion.of(goMod.goVersion().orElse(OLDEST));
    }
  }

  /**
   * A workspace.
   *
   * @param shownAs its {@code go.work} as the user will see it named
   */
  record Workspace(Path file, Path directory, GoWork goWork, String shownAs) {}

  /** Returns the directory that holds {@code vendor/}. */
  Path directory() {
    return workspace.map(Workspace::directory).orElseGet(() -> modules.get(0).directory());
  }

  boolean contains(ModuleVersion module) {
    return module.version().isEmpty()
        && modules.stream().anyMatch(main -> main.path().equals(module.path()));
  }

  /**
   * Returns the main modules of a directory, as the go command finds them: at the nearest {@code
   * go.work} at or above it, else at the nearest {@code go.mod}. Other than the go command, this
   * passes over a workspace that does not use the module of the directory.
   */
  static MainModules find(Path directory, GoEnvironment environment, Problems problems) {
    Optional<Path> module = nearest(directory, GO_MOD);
    Optional<Path> file = workFile(directory, environment);
    if (file.isPresent()) {
      MainModules found = ofWorkspace(file.get(), problems);
      if (module.isEmpty() || found.uses(module.get())) {
        return found;
      }
      problems.add(
          BuildList.WORKSPACE,
          Severity.NOTE,
          problems.shown(file.get()),
          Finding.WHOLE_FILE,
          "does not use the module in " + module.get().getParent() + "; it is taken by itself");
    }
    List<Main> modules = new ArrayList<>();
    module.ifPresent(goMod -> read(goMod, problems).ifPresent(modules::add));
    modules.forEach(main -> problems.blame(main.shownAs()));
    return new MainModules(Optional.empty(), List.copyOf(modules));
  }

  private boolean uses(Path goMod) {
    return modules.stream().anyMatch(main -> main.directory().equals(goMod.getParent()));
  }

  private static Optional<Path> workFile(Path directory, GoEnvironment environment) {
    if (environment.isWorkspaceOff()) {
      return Optional.empty();
    }
    String told = environment.get("GOWORK");
    return told.isEmpty()
        ? nearest(directory, GO_WORK)
        : FileNames.resolve(directory, told).filter(Files::isRegularFile);
  }

  private static Optional<Path> nearest(Path directory, String name) {
    for (Path at = directory; at != null; at = at.getParent()) {
      Path file = at.resolve(name);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static MainModules ofWorkspace(Path file, Problems problems) {
    String shownAs = problems.shown(file);
    GoWork goWork = GoWork.parse(shownAs, text(file, shownAs, problems).orElse(SourceText.of("")));
    problems.addAll(goWork.problems());
    problems.blame(shownAs);
    Path directory = file.resolveSibling("").toAbsolutePath().normalize();
    List<Main> modules = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    Set<String> paths = new HashSet<>();
    for (GoModDirective.Use use : goWork.uses()) {
      Optional<Path> used = FileNames.resolve(directory, use.path());
      String problem = "";
      if (used.isEmpty() || !Files.isRegularFile(used.get().resolve(GO_MOD))) {
        problem = "there is no go.mod in " + use.path();
      } else if (!seen.add(used.get())) {
        problem = "the directory is used twice";
      } else {
        Optional<Main> main = read(used.get().resolve(GO_MOD), problems);
        if (main.isPresent() && !paths.add(main.get().path())) {
          problem = "another directory of the workspace has the module " + main.get().path();
        } else {
          main.ifPresent(modules::add);
        }
      }
      if (!problem.isEmpty()) {
        problems.add(BuildList.WORKSPACE, Severity.ERROR, shownAs, use.position(), problem);
      }
    }
    return new MainModules(
        Optional.of(new Workspace(file, directory, goWork, shownAs)), List.copyOf(modules));
  }

  private static Optional<Main> read(Path file, Problems problems) {
    String shownAs = problems.shown(file);
    Optional<SourceText> text = text(file, shownAs, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    GoMod goMod = GoMod.parse(shownAs, text.get());
    problems.addAll(goMod.problems());
    Path directory = file.resolveSibling("").toAbsolutePath().normalize();
    return Optional.of(new Main(goMod.modulePath().orElse(""), directory, goMod, shownAs));
  }

  private static Optional<SourceText> text(Path file, String shownAs, Problems problems) {
    SourceReader.Result result = SourceReader.read(file, shownAs, MAX_BYTES);
    if (result instanceof SourceReader.Text read) {
      problems.addAll(read.problems());
      return Optional.of(read.text());
    }
    if (result instanceof SourceReader.Refused refused) {
      problems.addAll(List.of(refused.problem()));
    }
    return Optional.empty();
  }
}
