package dev.untether.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.MutableObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/**
 * What a base commit holds, by names and ids alone: equal ids, equal content. It is read out of the
 * trees, so it costs the number of entries and not their sizes, and no more memory than the longest
 * path asks for, whatever the repository.
 *
 * <p>Entries whose names no disk could have, and what is below them, are left out here as in {@link
 * BaseCheckout}; the id of a tree covers them.
 */
public final class TreeListing {
  private static final byte[] GO_MOD = "go.mod".getBytes(StandardCharsets.US_ASCII);

  private static final int MAX_LINK_BYTES = 4096;

  private final GitRepository place;
  private final Base base;

  private TreeListing(GitRepository place, Base base) {
    this.place = place;
    this.base = base;
  }

  /** Returns the listing of a base; nothing is read yet. */
  public static TreeListing of(GitRepository place, Base base) {
    return new TreeListing(place, base);
  }

  /** What stands under a name. */
  public enum Kind {
    FILE,
    EXECUTABLE,
    /** A symbolic link, whose blob is its target. */
    LINK,
    /** A commit of another repository. */
    SUBMODULE,
  }

  /**
   * Something in the tree that is no directory.
   *
   * @param path below the root, with slashes
   * @param id of the blob, or of the commit that a submodule is at: 40 hexadecimal digits
   */
  public record Entry(String path, String id, Kind kind) {}

  /** Takes entries as they are come by. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes the next entry; they come in git's order. */
    void visit(Entry entry);
  }

  /**
   * Returns the directories that hold a file {@code go.mod}, each with the id of its tree; the root
   * is the empty path.
   *
   * @throws GitException when an object is missing
   */
  public SortedMap<String, String> modules() throws GitException {
    SortedMap<String, String> modules = new TreeMap<>();
    walk(
        List.of(""),
        (walk, trees) -> {
          if (isFile(walk.getRawMode(0)) && walk.isPathSuffix(GO_MOD, GO_MOD.length)) {
            String path = walk.getPathString();
            int slash = path.lastIndexOf('/');
            if (path.substring(slash + 1).equals("go.mod")) {
              modules.put(path.substring(0, Math.max(slash, 0)), trees.get(walk.getDepth()).name());
            }
          }
        });
    return Collections.unmodifiableSortedMap(modules);
  }

  /**
   * Gives a visitor all that is at or below some paths.
   *
   * @param paths below the root; the empty one is everything. Those that are not there are no error
   * @throws GitException when an object is missing
   */
  public void visit(Collection<String> paths, Visitor visitor) throws GitException {
    walk(
        paths,
        (walk, trees) ->
            visitor.visit(
                new Entry(
                    walk.getPathString(), walk.getObjectId(0).name(), kind(walk.getRawMode(0)))));
  }

  /**
   * Returns the id of a directory's tree.
   *
   * @param path below the root; the root, if empty
   */
  public Optional<String> tree(String path) throws GitException {
    if (path.isEmpty()) {
      return Optional.of(base.tree().name());
    }
    try (ObjectReader reader = place.repository().newObjectReader();
        TreeWalk found = TreeWalk.forPath(reader, path, base.tree())) {
      return found != null && FileMode.TREE.equals(found.getRawMode(0))
          ? Optional.of(found.getObjectId(0).name())
          : Optional.empty();
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Returns the bytes of a file, unless there is none of that name, it is a link, or it has more
   * than {@code limit} bytes.
   */
  public Optional<byte[]> content(String path, int limit) throws GitException {
    try (ObjectReader reader = place.repository().newObjectReader();
        TreeWalk found = TreeWalk.forPath(reader, path, base.tree())) {
      if (found == null || !isFile(found.getRawMode(0))) {
        return Optional.empty();
      }
      ObjectLoader blob = reader.open(found.getObjectId(0), Constants.OBJ_BLOB);
      return blob.getSize() > limit ? Optional.empty() : Optional.of(blob.getBytes(limit));
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns what a symbolic link says, which may lead anywhere; empty if there is no such link. */
  public Optional<String> linkTarget(String path) throws GitException {
    try (ObjectReader reader = place.repository().newObjectReader();
        TreeWalk found = TreeWalk.forPath(reader, path, base.tree())) {
      if (found == null || !FileMode.SYMLINK.equals(found.getRawMode(0))) {
        return Optional.empty();
      }
      ObjectLoader blob = reader.open(found.getObjectId(0), Constants.OBJ_BLOB);
      return blob.getSize() > MAX_LINK_BYTES
          ? Optional.empty()
          : Optional.of(new String(blob.getBytes(), StandardCharsets.UTF_8));
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Looks at one entry; {@code trees} has the directories that it is in, the root first. */
  private interface Step {
    void look(TreeWalk walk, List<ObjectId> trees);
  }

  private void walk(Collection<String> paths, Step step) throws GitException {
    if (paths.isEmpty()) {
      return;
    }
    try (ObjectReader reader = place.repository().newObjectReader();
        TreeWalk walk = new TreeWalk(place.repository(), reader)) {
      walk.addTree(base.tree());
      if (!paths.contains("")) {
        walk.setFilter(PathFilterGroup.createFromStrings(new TreeSet<>(paths)));
      }
      List<ObjectId> trees = new ArrayList<>(List.of(base.tree()));
      MutableObjectId id = new MutableObjectId();
      while (walk.next()) {
        if (TreePath.safe(walk.getRawPath()).isEmpty()) {
          continue;
        }
        if (!FileMode.TREE.equals(walk.getRawMode(0))) {
          step.look(walk, trees);
          continue;
        }
        walk.getObjectId(id, 0);
        trees.subList(walk.getDepth() + 1, trees.size()).clear();
        trees.add(id.toObjectId());
        walk.enterSubtree();
      }
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private GitException unreadable(IOException e) {
    return GitException.of(place.root() + ": " + base.name() + " cannot be read", e);
  }

  private static boolean isFile(int mode) {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  private static Kind kind(int mode) {
    if (FileMode.GITLINK.equals(mode)) {
      return Kind.SUBMODULE;
    }
    if (FileMode.SYMLINK.equals(mode)) {
      return Kind.LINK;
    }
    return FileMode.EXECUTABLE_FILE.equals(mode) ? Kind.EXECUTABLE : Kind.FILE;
  }
}
