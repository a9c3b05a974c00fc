package dev.untether.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Says of files whether what they hold would be lost if they were overwritten: whether git knows
 * them, and no commit has what they hold. Compares contents with ids itself, since a full
 * comparison in git's way runs the filters that a repository names, which may be any program. What
 * differs by the ends of lines alone is the same to it.
 */
public final class Uncommitted implements AutoCloseable {
  // By directory: files of a tree are asked for by the thousand.
  private final Map<Path, Optional<Tree>> byDirectory = new HashMap<>();
  private final Map<Path, Tree> trees = new HashMap<>();

  /** A working tree, its index and its newest commit. */
  private record Tree(GitRepository place, DirCache index, @Nullable ObjectId head) {}

  /**
   * Returns why a file is not to be overwritten; nothing for one whose content is committed, one
   * that git does not know, and one outside of any repository.
   *
   * @param content what is in it
   * @throws GitException when it cannot be told
   */
  public Optional<String> why(Path file, byte[] content) throws GitException {
    Path real = real(file);
    Optional<Tree> found = tree(real.resolveSibling(""));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Tree tree = found.get();
    String path = tree.place().pathOf(real);
    Repository repository = tree.place().repository();
    try {
      @Nullable DirCacheEntry entry = tree.index().getEntry(path);
      Optional<ObjectId> staged = Optional.ofNullable(entry).map(DirCacheEntry::getObjectId);
      Optional<ObjectId> committed = committed(repository, tree.head(), path);
      if (staged.isEmpty() && committed.isEmpty()) {
        return Optional.empty();
      }
      if (!staged.equals(committed)) {
        return Optional.of("has staged changes that are in no commit");
      }
      return isSame(content, staged.get())
          ? Optional.empty()
          : Optional.of("has changes that are in no commit");
    } catch (IOException e) {
      throw GitException.of(file + ": what git knows of it cannot be read", e);
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // Gone meanwhile: writing will say so.
      return file.toAbsolutePath().normalize();
    }
  }

  private Optional<Tree> tree(Path directory) throws GitException {
    Optional<Tree> known = byDirectory.get(directory);
    if (known == null) {
      known = opened(directory);
      byDirectory.put(directory, known);
    }
    return known;
  }

  private Optional<Tree> opened(Path directory) throws GitException {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(Constants.DOT_GIT))) {
        Tree tree = trees.get(at);
        if (tree == null) {
          tree = read(at);
          trees.put(at, tree);
        }
        return Optional.of(tree);
      }
    }
    return Optional.empty();
  }

  private static Tree read(Path root) throws GitException {
    GitRepository place = GitRepository.containing(root);
    Repository repository = place.repository();
    try (RevWalk walk = new RevWalk(repository)) {
      @Nullable ObjectId head = repository.resolve(Constants.HEAD);
      @Nullable ObjectId tree = head == null ? null : walk.parseCommit(head).getTree().copy();
      return new Tree(place, repository.readDirCache(), tree);
    } catch (IOException e) {
      place.close();
      throw GitException.of(root + ": its index or newest commit cannot be read", e);
    }
  }

  private static Optional<ObjectId> committed(
      Repository repository, @Nullable ObjectId head, String path) throws IOException {
    if (head == null) {
      return Optional.empty();
    }
    try (@Nullable TreeWalk walk = TreeWalk.forPath(repository, path, head)) {
      return walk == null ? Optional.empty() : Optional.of(walk.getObjectId(0));
    }
  }

  private static boolean isSame(byte[] content, ObjectId blob) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content).equals(blob)
          || formatter.idFor(Constants.OBJ_BLOB, StepTree.withoutCr(content)).equals(blob);
    }
  }

  @Override
  public void close() {
    trees.values().forEach(tree -> tree.place().close());
  }
}
