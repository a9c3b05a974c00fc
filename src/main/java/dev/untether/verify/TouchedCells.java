package dev.untether.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.untether.module.SourceReader;
import dev.untether.module.target.ArchitectureLevel;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which builds a change can make a difference to. */
public final class TouchedCells {
  private static final Pattern GO_HEADER = Pattern.compile("#include\\s+\"asm_\\w+\\.h\"");

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

  /**
   * Returns {@code cells}, and beside each those with another architecture level for which other
   * files count, or other parts of them: one cell for each difference.
   *
   * @param edits the files that matter
   */
  public static SortedSet<Cell> withLevels(SortedSet<Cell> cells, Collection<FileEdit> edits) {
    List<Choice> choices =
        edits.stream().filter(it -> isSource(it.name())).map(TouchedCells::choice).toList();
    SortedSet<Cell> all = new TreeSet<>(cells);
    for (Cell cell : cells) {
      Optional<ArchitectureLevel> byDefault =
          ArchitectureLevel.byDefault(cell.target(), cell.release());
      if (byDefault.isEmpty()) {
        continue;
      }
      Set<List<Set<String>>> seen = new HashSet<>();
      seen.add(chosen(cell, byDefault.get(), choices));
      for (ArchitectureLevel level : ArchitectureLevel.of(cell.target(), cell.release())) {
        if (seen.add(chosen(cell, level, choices))) {
          all.add(new Cell(cell.release(), cell.target(), Variant.of(level)));
        }
      }
    }
    return all;
  }

  /** What decides which parts of a file are built. */
  private record Choice(List<BuildConstraint> constraints, String assembly) {}

  private static Choice choice(FileEdit edit) {
    StringBuilder assembly = new StringBuilder();
    if (!edit.name().endsWith(".go")) {
      edit.before().ifPresent(text -> assembly.append(new String(text.bytes(), ISO_8859_1)));
      edit.after().ifPresent(text -> assembly.append(new String(text.bytes(), ISO_8859_1)));
    }
    return new Choice(constraints(edit), assembly.toString());
  }

  /** Returns what a level makes of each file: nothing if it is left out, else the names it asks. */
  private static List<Set<String>> chosen(
      Cell cell, ArchitectureLevel level, List<Choice> choices) {
    BuildContext context = new Cell(cell.release(), cell.target(), Variant.of(level)).context();
    List<Set<String>> chosen = new ArrayList<>();
    for (Choice choice : choices) {
      Set<String> what = new HashSet<>();
      for (int i = 0; i < choice.constraints().size(); i++) {
        if (choice.constraints().get(i).matches(context)) {
          what.add("constraint " + i);
        }
      }
      if (!what.isEmpty()) {
        // Go's own headers make names of their own out of those of the go command.
        boolean asksAll = GO_HEADER.matcher(choice.assembly()).find();
        level.defines().stream()
            .filter(name -> asksAll || choice.assembly().contains(name))
            .forEach(what::add);
      }
      chosen.add(what);
    }
    return chosen;
  }

  /** Returns the edits that a build in {@code cell} can see. */
  static List<FileEdit> touching(Cell cell, Collection<FileEdit> edits) {
    BuildContext context = cell.context();
    List<FileEdit> seen = new ArrayList<>();
    for (FileEdit edit : edits) {
      if (sees(context, edit)) {
        seen.add(edit);
      }
    }
    return seen;
  }

  /**
   * Returns what no cell sees, and so nothing is proven about, in words by file.
   *
   * @param cells what is built
   */
  static SortedMap<Path, String> unseen(SortedSet<Cell> cells, Collection<FileEdit> edits) {
    SortedMap<Path, String> unseen = new TreeMap<>();
    for (FileEdit edit : edits) {
      if (cells.stream().noneMatch(cell -> sees(cell.context(), edit))) {
        boolean withCgo =
            cells.stream()
                .map(cell -> Variant.CGO.context(cell.target(), cell.release()))
                .anyMatch(context -> sees(context, edit));
        unseen.put(
            edit.file(),
            withCgo
                ? "is built with cgo only, which --cgo turns on where there is a C compiler"
                : "is in none of these builds");
      }
    }
    return unseen;
  }

  private static boolean sees(BuildContext context, FileEdit edit) {
    // What is not a source file may be embedded, or be the go.mod itself.
    return !isSource(edit.name())
        || constraints(edit).stream().anyMatch(each -> each.matches(context));
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
