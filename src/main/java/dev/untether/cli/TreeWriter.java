package dev.untether.cli;

import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.engine.FileChange;
import dev.untether.git.GitException;
import dev.untether.git.Uncommitted;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes changes into the working tree, but not over what would be lost. */
final class TreeWriter {
  private final boolean dirtyToo;
  private final List<Finding> problems = new ArrayList<>();

  /**
   * @param dirtyToo whether files are written whose changes are in no commit
   */
  TreeWriter(boolean dirtyToo) {
    this.dirtyToo = dirtyToo;
  }

  /**
   * Writes changes.
   *
   * @return the files that were not written, and why
   */
  List<Finding> write(List<MigrateCommand.Migrated> migrated) {
    try (Uncommitted uncommitted = new Uncommitted()) {
      for (MigrateCommand.Migrated each : migrated) {
        List<FileChange> changes = each.changes().changes();
        Map<FileChange, String> refused = dirtyToo ? Map.of() : refused(changes, uncommitted);
        // New files first and deletions last: whoever stops us has two copies rather than none.
        List<FileChange> order = new ArrayList<>(changes);
        order.sort(
            Comparator.comparingInt(change -> change.isCreated() ? 0 : change.isDeleted() ? 2 : 1));
        for (FileChange change : order) {
          String shown = each.root().prefix() + change.path();
          String why = refused.get(change);
          if (why == null) {
            write(change, shown);
          } else {
            unwritable(shown, why);
          }
        }
      }
    }
    return problems;
  }

  /** Returns the changes that would overwrite what no commit has, and those that go with them. */
  private static Map<FileChange, String> refused(
      List<FileChange> changes, Uncommitted uncommitted) {
    Map<FileChange, String> refused = new LinkedHashMap<>();
    Map<String, List<FileChange>> directories = new TreeMap<>();
    for (FileChange change : changes) {
      directories.computeIfAbsent(directory(change), key -> new ArrayList<>()).add(change);
      dirty(change, uncommitted).ifPresent(why -> refused.put(change, why));
    }
    Set<String> concerned = new HashSet<>();
    refused.keySet().forEach(change -> concerned.add(directory(change)));
    directories.keySet().retainAll(concerned);
    directories.values().forEach(some -> addCompanions(some, refused));
    return refused;
  }

  private static String directory(FileChange change) {
    return change.path().substring(0, change.path().lastIndexOf('/') + 1);
  }

  private static Optional<String> dirty(FileChange change, Uncommitted uncommitted) {
    if (change.isCreated()) {
      return Optional.empty();
    }
    try {
      return uncommitted
          .why(change.absolute(), change.before().orElseThrow().bytes())
          .map(
              why ->
                  "it "
                      + why
                      + "; commit or stash them, or say --allow-dirty to have it written anyway");
    } catch (GitException e) {
      return Optional.of(e.getMessage() + "; --allow-dirty does without");
    }
  }

  /**
   * Adds the rest of what a recipe moves between files of a directory: half of it would declare
   * things twice, or not at all.
   */
  private static void addCompanions(
      Collection<FileChange> directory, Map<FileChange, String> refused) {
    Map<String, List<FileChange>> moved = new HashMap<>();
    for (FileChange change : directory) {
      if (change.isCreated() || change.isDeleted()) {
        change.recipes().forEach(recipe -> moved.put(recipe, new ArrayList<>()));
      }
    }
    Deque<FileChange> next = new ArrayDeque<>();
    for (FileChange change : directory) {
      for (String recipe : change.recipes()) {
        moved.computeIfPresent(
            recipe,
            (key, companions) -> {
              companions.add(change);
              return companions;
            });
      }
      if (refused.containsKey(change)) {
        next.add(change);
      }
    }
    while (!next.isEmpty()) {
      FileChange change = next.remove();
      for (String recipe : change.recipes()) {
        List<FileChange> companions = moved.remove(recipe);
        for (FileChange each : companions == null ? List.<FileChange>of() : companions) {
          String why = recipe + " changes it together with " + change.path() + ", which is refused";
          if (refused.putIfAbsent(each, why) == null) {
            next.add(each);
          }
        }
      }
    }
  }

  private void write(FileChange change, String shown) {
    try {
      write(change);
    } catch (UnwritableFileException e) {
      unwritable(shown, e.reason());
    } catch (NoSuchFileException e) {
      unwritable(shown, "it is gone; run untether again");
    } catch (IOException e) {
      unwritable(shown, e.getMessage() + "; run untether again");
    }
  }

  private static void write(FileChange change) throws IOException, UnwritableFileException {
    Path file = change.absolute();
    if (change.isCreated()) {
      WholeFile.create(file, out -> change.after().orElseThrow().writeTo(out));
      return;
    }
    if (!Arrays.equals(Files.readAllBytes(file), change.before().orElseThrow().bytes())) {
      throw new IOException("it changed while untether ran");
    }
    if (change.isDeleted()) {
      Files.delete(file);
    } else {
      WholeFile.write(file, out -> change.after().orElseThrow().writeTo(out));
    }
  }

  private void unwritable(String shown, String reason) {
    problems.add(
        new Finding(
            "unwritable-file",
            Severity.ERROR,
            shown,
            Finding.WHOLE_FILE,
            "not written: " + reason));
  }
}
