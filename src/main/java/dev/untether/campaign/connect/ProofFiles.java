package dev.untether.campaign.connect;

import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The directories of a repository that it takes to build the modules of some files: those modules,
 * and the ones that take the place of others by a replace directive. Where a go.work may have a
 * say, or a file is in no module, that is the whole repository.
 */
final class ProofFiles {
  private static final Set<String> ALL = Set.of("");
  private static final int MAX_GO_MOD_BYTES = 4 << 20;

  private final TreeListing base;
  private final Set<String> needed = new TreeSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private ProofFiles(TreeListing base) {
    this.base = base;
  }

  /**
   * Returns the directories, as paths below the root; the root is empty.
   *
   * @param files paths of files that are there, or will be
   */
  static Set<String> of(TreeListing base, Collection<String> files) throws GitException {
    ProofFiles all = new ProofFiles(base);
    Set<String> directories = new TreeSet<>();
    files.forEach(file -> directories.add(above(file)));
    for (String directory : directories) {
      Optional<String> module = all.module(directory);
      if (module.isEmpty()) {
        return ALL;
      }
      all.add(module.get());
    }
    while (!all.open.isEmpty()) {
      String module = all.open.remove();
      if (module.isEmpty() || all.isInWorkspace(module) || !all.follow(module)) {
        return ALL;
      }
    }
    return all.needed;
  }

  private void add(String module) {
    if (needed.add(module)) {
      open.add(module);
    }
  }

  private Optional<String> module(String directory) throws GitException {
    for (String at = directory; ; at = above(at)) {
      if (text(at, "go.mod").isPresent()) {
        return Optional.of(at);
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private boolean isInWorkspace(String module) throws GitException {
    for (String at = module; ; at = above(at)) {
      if (text(at, "go.work").isPresent()) {
        return true;
      }
      if (at.isEmpty()) {
        return false;
      }
    }
  }

  /** Adds what a module has in place of others; returns whether it lies in the repository. */
  private boolean follow(String module) throws GitException {
    Optional<SourceText> text = text(module, "go.mod");
    if (text.isEmpty()) {
      // A directory without go.mod cannot take the place of a module; the go command will say so.
      return true;
    }
    for (GoModDirective.Replace each : GoMod.parse(module, text.get()).replacements()) {
      if (each.newVersion().isPresent()) {
        continue;
      }
      Optional<String> directory = resolved(module, each.newPath());
      if (directory.isEmpty()) {
        return false;
      }
      if (base.tree(directory.get()).isPresent()) {
        add(directory.get());
      }
    }
    return true;
  }

  private static Optional<String> resolved(String directory, String written) {
    if (written.startsWith("/") || written.contains("\\") || written.contains(":")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of(directory.split("/")));
    for (String name : written.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.remove(names.size() - 1);
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return Optional.of(String.join("/", names));
  }

  private Optional<SourceText> text(String directory, String name) throws GitException {
    String path = directory.isEmpty() ? name : directory + "/" + name;
    return base.content(path, MAX_GO_MOD_BYTES).map(SourceText::of);
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
