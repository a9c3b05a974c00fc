package dev.untether.verify;

import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which builds a change can make a difference to. */
public final class TouchedCells {
  private TouchedCells() {}

  /** Returns the targets for which some release of {@code releases} builds a changed file. */
  public static SortedSet<Target> targets(Collection<FileEdit> edits, ReleaseRange releases) {
    SortedSet<Target> found = new TreeSet<>();
    for (FileEdit edit : edits) {
      for (BuildConstraint constraint : constraints(edit)) {
        found.addAll(constraint.targets(Targets.known(), releases));
      }
    }
    return found;
  }

  /** Returns the edits that a build in {@code cell} can see. */
  static List<FileEdit> touching(Cell cell, Collection<FileEdit> edits) {
    BuildContext context =
        new BuildContext(cell.target(), /* cgo= */ false, Set.of(), cell.release());
    List<FileEdit> seen = new ArrayList<>();
    for (FileEdit edit : edits) {
      List<BuildConstraint> constraints = constraints(edit);
      // What is not a source file may be embedded, or be the go.mod itself.
      boolean isSource = isSource(edit.name());
      if (!isSource || constraints.stream().anyMatch(each -> each.matches(context))) {
        seen.add(edit);
      }
    }
    return seen;
  }

  private static boolean isSource(String name) {
    return name.endsWith(".go") || name.endsWith(".s") || name.endsWith(".h");
  }

  private static List<BuildConstraint> constraints(FileEdit edit) {
    if (!isSource(edit.name())) {
      return List.of();
    }
    if (edit.name().endsWith(".h")) {
      return assemblyBeside(edit.file());
    }
    List<BuildConstraint> constraints = new ArrayList<>();
    edit.before().ifPresent(text -> constraints.add(BuildConstraint.of(edit.name(), text)));
    edit.after().ifPresent(text -> constraints.add(BuildConstraint.of(edit.name(), text)));
    return constraints;
  }

  /** A header counts for the files that may include it, whatever its own name says. */
  private static List<BuildConstraint> assemblyBeside(Path header) {
    List<BuildConstraint> constraints = new ArrayList<>();
    Path directory = header.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return constraints;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.s")) {
      for (Path file : files) {
        if (SourceReader.read(file, SourceReader.DEFAULT_LIMIT) instanceof SourceReader.Text read) {
          SourceText text = read.text();
          constraints.add(BuildConstraint.of(String.valueOf(file.getFileName()), text));
        }
      }
    } catch (IOException e) {
      return constraints;
    }
    return constraints;
  }
}
