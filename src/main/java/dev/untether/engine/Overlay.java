package dev.untether.engine;

import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tree as recipes have left it so far: the files on disk, and what lies over them. Holds texts
 * of changed files only. Several threads may look; one changes.
 */
final class Overlay {
  private final Path root;
  private final Map<String, Changed> changed = new TreeMap<>();

  Overlay(Path root) {
    this.root = root;
  }

  /** A file that differs from the disk. */
  private static final class Changed {
    final Optional<SourceText> before;
    Optional<SourceText> after;
    // What was done to the text, to find the way back; a new text starts a new file.
    final List<Edits> history = new ArrayList<>();
    final List<SourceText> texts = new ArrayList<>();
    final Set<String> recipes = new LinkedHashSet<>();

    Changed(Optional<SourceText> before) {
      this.before = before;
      this.after = before;
    }
  }

  /** Returns whether recipes changed the file. */
  boolean covers(String path) {
    return changed.containsKey(path);
  }

  /** Returns whether the file is a symbolic link on disk. */
  boolean isLink(String path) {
    return Stage.isLink(root.resolve(path));
  }

  /** Returns the text of a file that recipes changed; empty if they deleted it. */
  Optional<SourceText> text(String path) {
    return Optional.ofNullable(changed.get(path)).flatMap(one -> one.after);
  }

  /** Returns the paths of files that are there and were not before. */
  Set<String> created() {
    Set<String> paths = new TreeSet<>();
    changed.forEach(
        (path, one) -> {
          if (one.before.isEmpty() && one.after.isPresent()) {
            paths.add(path);
          }
        });
    return paths;
  }

  /**
   * Applies edits to a file.
   *
   * @param original the text before any change
   */
  void edit(String path, SourceText original, List<Edits> phases, Set<String> recipes) {
    Changed one = changed.computeIfAbsent(path, key -> new Changed(Optional.of(original)));
    for (Edits phase : phases) {
      SourceText text = one.after.orElse(original);
      one.history.add(phase);
      one.texts.add(text);
      one.after = Optional.of(phase.applyTo(text));
    }
    one.recipes.addAll(recipes);
  }

  /** Creates a file, about which {@link #refusal} has nothing to say. */
  void create(String path, SourceText text, String recipe) {
    Changed one = changed.computeIfAbsent(path, key -> new Changed(Optional.empty()));
    one.history.clear();
    one.texts.clear();
    one.after = Optional.of(text);
    one.recipes.add(recipe);
  }

  /** Deletes a file whose text on disk is {@code original}. */
  void delete(String path, SourceText original, String recipe) {
    Changed one = changed.computeIfAbsent(path, key -> new Changed(Optional.of(original)));
    one.after = Optional.empty();
    one.recipes.add(recipe);
  }

  /** Returns why no file may be created at a path that a recipe names, if so. */
  Optional<String> refusal(String path) {
    for (String name : path.split("/", -1)) {
      boolean odd = name.isEmpty() || name.equals(".") || name.equals("..") || name.equals(".git");
      if (odd || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7F)) {
        return Optional.of("it is no path of a file in the module");
      }
    }
    Path place = root.resolve(path);
    for (Path at = place; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        return Optional.of("a symbolic link is on the way to it");
      }
    }
    boolean isThere =
        changed.containsKey(path)
            ? text(path).isPresent()
            : Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    return isThere ? Optional.of("there is a file of that name already") : Optional.empty();
  }

  /** Returns a finding about the text of now at the place that it has in the file on disk. */
  Finding original(Finding finding) {
    Changed one = changed.get(finding.path());
    if (one == null || finding.position().line() == 0 || one.history.isEmpty()) {
      return finding;
    }
    SourceText text = one.after.orElse(one.texts.get(0));
    int offset = offset(text, finding.position());
    for (int i = one.history.size() - 1; i >= 0; i--) {
      offset = before(one.history.get(i), offset);
    }
    Position position = one.texts.get(0).positionOf(Math.min(offset, one.texts.get(0).length()));
    return new Finding(
        finding.rule(), finding.severity(), finding.path(), position, finding.message());
  }

  private static int offset(SourceText text, Position position) {
    if (position.line() > text.lineCount()) {
      return text.length();
    }
    int start = text.lineStart(position.line());
    int offset = start;
    while (offset < text.length() && text.positionOf(offset).column() < position.column()) {
      offset++;
    }
    return offset;
  }

  private static int before(Edits edits, int offset) {
    int shift = 0;
    for (Edit edit : edits.asList()) {
      int start = edit.span().start() + shift;
      int length = SourceText.of(edit.replacement()).length();
      if (offset < start) {
        break;
      }
      if (offset < start + length) {
        return edit.span().start();
      }
      shift += length - edit.span().length();
    }
    return offset - shift;
  }

  /** Returns the files that differ from the disk, by path. */
  List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    changed.forEach(
        (path, one) -> {
          if (!one.before.equals(one.after)) {
            changes.add(
                new FileChange(
                    path, root.resolve(path), one.before, one.after, List.copyOf(one.recipes)));
          }
        });
    return changes;
  }
}
