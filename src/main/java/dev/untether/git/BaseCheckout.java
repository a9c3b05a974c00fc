package dev.untether.git;

import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files of a base commit, byte for byte as committed, in a private directory that goes when
 * this is closed. So a migration sees what is committed, whatever the working tree looks like.
 *
 * <p>There are regular files only, and links from one such file to another inside; submodules and
 * other links are left out, and so is what a filter would turn into something else, as Git LFS
 * does: those bytes are no source.
 */
public final class BaseCheckout implements AutoCloseable {
  /** Rule id: the file's content is kept elsewhere, or stored in another form. */
  public static final String FILTERED = "git-filtered-file";

  /** Rule id: the name of a file cannot be written to a disk, or would lead elsewhere. */
  public static final String ODD_NAME = "odd-file-name";

  private static final int MAX_POINTER_BYTES = 1024;
  private static final int MAX_LINK_BYTES = 4096;
  private static final byte[] POINTER =
      "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final PrivateDirectory temporary;
  private final Path directory;
  private final Path root;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> files = new TreeSet<>();
  private final Map<String, String> links = new TreeMap<>();

  private BaseCheckout(PrivateDirectory temporary) {
    this.temporary = temporary;
    this.directory = temporary.path();
    this.root = directory.resolve("tree");
  }

  /**
   * Writes the files of {@code base} that lie at or below {@code paths}, and those above that say
   * which module they belong to.
   *
   * @param paths as {@link GitRepository#pathOf} gives them
   * @throws GitException when a path is not in the commit, or an object is missing
   */
  public static BaseCheckout of(GitRepository repository, Base base, Collection<String> paths)
      throws GitException {
    try {
      BaseCheckout checkout = new BaseCheckout(PrivateDirectory.create("untether-base-"));
      boolean done = false;
      try {
        Files.createDirectory(checkout.root);
        checkout.write(repository, base, new TreeSet<>(paths));
        done = true;
      } finally {
        if (!done) {
          checkout.close();
        }
      }
      return checkout;
    } catch (MissingObjectException e) {
      throw repository.missing(e);
    } catch (IOException e) {
      throw GitException.of(repository.root() + ": " + base.name() + " cannot be read", e);
    }
  }

  /** Returns the directory that stands for the root of the repository. */
  public Path root() {
    return root;
  }

  /** Returns the private directory around it, for whatever else is to go with this. */
  public Path scratch() {
    return directory;
  }

  /** Returns what was left out and why, by path below the root. */
  public List<Finding> findings() {
    return findings.stream().sorted().toList();
  }

  private void write(GitRepository repository, Base base, Set<String> paths)
      throws IOException, GitException {
    try (ObjectReader reader = repository.repository().newObjectReader();
        TreeWalk walk = new TreeWalk(repository.repository(), reader)) {
      // Looked for on the way: asking for each by itself would read large directories over and
      // over.
      Set<String> unseen = new TreeSet<>(paths);
      unseen.remove("");
      walk.setRecursive(true);
      walk.setOperationType(OperationType.CHECKIN_OP);
      walk.addTree(base.tree());
      walk.setFilter(filter(paths));
      while (walk.next()) {
        see(walk, unseen);
        writeEntry(walk, reader);
      }
      refuseUnseen(unseen, base);
    }
    refuseModuleAbove();
    // Last, so that nothing is ever written through one of them.
    links.forEach(this::writeLink);
  }

  private static void see(TreeWalk walk, Set<String> unseen) throws GitException {
    String path = walk.getPathString();
    if (FileMode.GITLINK.equals(walk.getRawMode(0)) && unseen.contains(path)) {
      throw new GitException(
          path + ": is a submodule, a repository of its own; run untether inside it");
    }
    int end = path.length();
    while (end > 0 && !unseen.isEmpty()) {
      unseen.remove(path.substring(0, end));
      end = path.lastIndexOf("/", end - 1);
    }
  }

  private static void refuseUnseen(Set<String> unseen, Base base) throws GitException {
    if (!unseen.isEmpty()) {
      String commit = base.id().substring(0, 12);
      throw new GitException(
          unseen.iterator().next()
              + ": is not in the commit "
              + commit
              + " ("
              + base.name()
              + "); commit it first, or name another --base");
    }
  }

  /** Keeps a go.mod that happens to lie above the directory from naming the packages in it. */
  private void refuseModuleAbove() throws GitException {
    if (files.contains("go.mod")) {
      return;
    }
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("go.mod"))) {
        throw new GitException(
            at.resolve("go.mod")
                + ": lies above the directory for temporary files; remove it, or name another"
                + " directory with UNTETHER_JAVA_OPTS=-Djava.io.tmpdir=DIR");
      }
    }
  }

  private static TreeFilter filter(Set<String> paths) {
    if (paths.contains("")) {
      return TreeFilter.ALL;
    }
    Set<String> wanted = new TreeSet<>(paths);
    for (String path : paths) {
      for (int slash = path.length(); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
        String above = slash == 0 ? "" : path.substring(0, slash) + "/";
        for (String name : List.of("go.mod", "go.work", "vendor/modules.txt")) {
          wanted.add(above + name);
        }
        if (slash == 0) {
          break;
        }
      }
      for (String name : List.of("go.mod", "go.work", "vendor/modules.txt")) {
        wanted.add(name);
      }
    }
    return PathFilterGroup.createFromStrings(wanted);
  }

  private void writeEntry(TreeWalk walk, ObjectReader reader) throws IOException {
    FileMode mode = walk.getFileMode(0);
    if (mode == FileMode.GITLINK) {
      return;
    }
    Optional<String> path = TreePath.safe(walk.getRawPath());
    if (path.isEmpty()) {
      report(ODD_NAME, walk.getPathString(), "has a name that is no path below the root");
      return;
    }
    ObjectId id = walk.getObjectId(0);
    if (mode == FileMode.SYMLINK) {
      ObjectLoader link = reader.open(id, Constants.OBJ_BLOB);
      if (link.getSize() <= MAX_LINK_BYTES) {
        links.put(path.get(), new String(link.getBytes(), StandardCharsets.UTF_8));
      }
      return;
    }
    if (walk.getAttributes().isCustom(Constants.ATTR_FILTER)) {
      String name = walk.getAttributes().getValue(Constants.ATTR_FILTER);
      report(FILTERED, path.get(), "goes through the git filter \"" + name + "\"; never edited");
      return;
    }
    writeFile(path.get(), reader.open(id, Constants.OBJ_BLOB));
  }

  private void writeFile(String path, ObjectLoader blob) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    if (blob.getSize() > SourceReader.DEFAULT_LIMIT) {
      // Refused by its size wherever it is read; so its bytes are not needed.
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(blob.getSize());
      }
      return;
    }
    if (blob.getSize() <= MAX_POINTER_BYTES && isPointer(blob.getBytes())) {
      report(FILTERED, path, "is a pointer of Git LFS; never edited");
      return;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      blob.copyTo(out);
    }
    files.add(path);
  }

  private static boolean isPointer(byte[] bytes) {
    return bytes.length >= POINTER.length
        && ByteBuffer.wrap(bytes, 0, POINTER.length).equals(ByteBuffer.wrap(POINTER));
  }

  /** Writes a link in our own words: those of the repository could lead out by way of others. */
  private void writeLink(String path, String target) {
    try {
      Path link = root.resolve(path);
      Path file = link.resolveSibling(target).normalize();
      boolean inside = file.startsWith(root) && !file.equals(root);
      String name = inside ? root.relativize(file).toString().replace('\\', '/') : "";
      if (files.contains(name)) {
        Files.createDirectories(link.resolveSibling(""));
        Files.createSymbolicLink(link, link.resolveSibling("").relativize(file));
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      // A file system without links, or a name that is none: left out like every other link.
      return;
    }
  }

  private void report(String rule, String path, String message) {
    if (SourceKind.of(path).isPresent()) {
      findings.add(
          new Finding(rule, Severity.WARNING, path, Finding.WHOLE_FILE, message + "; left out"));
    }
  }

  @Override
  public void close() {
    temporary.close();
  }
}
