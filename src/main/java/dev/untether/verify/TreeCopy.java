package dev.untether.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A copy of what it takes to build a module, in which a build may do as it likes. Only regular
 * files are copied; a symbolic link counts if it leads to one inside the tree.
 */
final class TreeCopy {
  private static final Set<String> NOT_SOURCES = Set.of(".git", ".hg", ".svn", ".bzr");

  private final SourceTree tree;
  private final Path root;
  // Path below the root → digest of the content; with it two trees can be told apart.
  private final Map<String, String> files;

  private TreeCopy(SourceTree tree, Path root, Map<String, String> files) {
    this.tree = tree;
    this.root = root;
    this.files = files;
  }

  /**
   * Copies a tree into a new directory.
   *
   * @throws TooLargeException if it has more files or bytes than {@code limits} allow
   */
  static TreeCopy of(SourceTree tree, Workspace workspace) throws IOException {
    Path root = workspace.newDirectory("tree");
    TreeCopy copy = new TreeCopy(tree, root, new TreeMap<>());
    Copying copying = copy.new Copying(workspace.limits());
    for (Path directory : tree.directories()) {
      Files.walkFileTree(directory, copying);
    }
    for (String name : new String[] {"go.work", "go.work.sum"}) {
      Path file = tree.base().resolve(name);
      if (tree.workFile().isPresent() && Files.isRegularFile(file)) {
        copying.add(file, file);
      }
    }
    return copy;
  }

  /** Returns a copy with {@code edits} made; what they leave alone is shared with this one. */
  TreeCopy with(Collection<FileEdit> edits, Workspace workspace) throws IOException {
    TreeCopy changed = new TreeCopy(tree, workspace.newDirectory("tree"), new TreeMap<>(files));
    for (FileEdit edit : edits) {
      changed.files.remove(name(edit.file()));
    }
    for (String name : changed.files.keySet()) {
      Path to = parentMade(changed.root.resolve(name));
      // The go command writes these; a link would change the other tree as well.
      if (name.endsWith(".sum") || name.endsWith("go.work") || name.endsWith("go.mod")) {
        Files.copy(root.resolve(name), to);
      } else {
        link(root.resolve(name), to);
      }
    }
    for (FileEdit edit : edits) {
      Optional<SourceText> after = edit.after();
      if (after.isPresent()) {
        String name = name(edit.file());
        Files.write(parentMade(changed.root.resolve(name)), after.get().bytes());
        changed.files.put(name, hex(sha256().digest(after.get().bytes())));
      }
    }
    return changed;
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }

  private static Path parentMade(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return file;
  }

  /** Returns where the module is in the copy. */
  Path module() {
    return root.resolve(name(tree.module()));
  }

  /** Returns where the other modules of its go.work are in the copy. */
  List<Path> neighbours() {
    return tree.neighbours().stream().map(this::placeOf).toList();
  }

  /** Returns where a file or directory of the user's tree is in the copy. */
  Path placeOf(Path original) {
    return root.resolve(name(original));
  }

  /** Returns the value of GOWORK for builds in the copy. */
  String goWork() {
    return tree.workFile().map(file -> root.resolve(name(file)).toString()).orElse("off");
  }

  /** Returns a digest of names and contents. */
  String digest() {
    MessageDigest digest = sha256();
    files.forEach((name, content) -> digest.update((name + "\0" + content + "\n").getBytes(UTF_8)));
    return "sha256:" + hex(digest.digest());
  }

  private String name(Path original) {
    return tree.base().relativize(original).toString().replace('\\', '/');
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A tree that is too large to copy. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
      super(message);
    }
  }

  private final class Copying extends SimpleFileVisitor<Path> {
    private final Limits limits;
    private long bytes;

    Copying(Limits limits) {
      this.limits = limits;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return NOT_SOURCES.contains(String.valueOf(directory.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        add(file, file);
      } else if (attributes.isSymbolicLink() && Files.isRegularFile(file)) {
        Path target = file.toRealPath();
        if (tree.directories().stream().anyMatch(target::startsWith)) {
          add(target, file);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      // Unreadable: a build that needs it says so, before and after.
      return FileVisitResult.CONTINUE;
    }

    void add(Path from, Path as) throws IOException {
      bytes += Files.size(from);
      if (bytes > limits.treeBytes() || files.size() >= limits.treeFiles()) {
        throw new TooLargeException(
            tree.base()
                + ": more than "
                + limits.treeFiles()
                + " files or "
                + (limits.treeBytes() >> 20)
                + " MiB to copy; give the directory of one module");
      }
      MessageDigest digest = sha256();
      try (InputStream in = Files.newInputStream(from);
          DigestInputStream digesting = new DigestInputStream(in, digest)) {
        Files.copy(digesting, parentMade(placeOf(as)));
      } catch (java.nio.file.AccessDeniedException e) {
        return;
      }
      files.put(name(as), hex(digest.digest()));
    }
  }
}
