package dev.untether.campaign.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the repositories below a directory. What is inside of one, submodules too, is not looked
 * at.
 */
final class LocalRepositories extends SimpleFileVisitor<Path> {
  /** More than anybody keeps repositories in; a wrong path, such as the root, ends there. */
  private static final int MOST_DIRECTORIES = 200_000;

  private final Path root;
  private final List<Path> found = new ArrayList<>();
  private int directories;

  private LocalRepositories(Path root) {
    this.root = root;
  }

  /**
   * Returns the repositories, by path.
   *
   * @throws IOException when there are too many directories to look at
   */
  static List<Path> below(Path directory) throws IOException {
    LocalRepositories walk = new LocalRepositories(directory);
    Files.walkFileTree(directory, walk);
    Collections.sort(walk.found);
    return walk.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    if (++directories > MOST_DIRECTORIES) {
      throw new IOException(
          "has more than "
              + MOST_DIRECTORIES
              + " directories below it that are no repositories; name one nearer to them");
    }
    if (isRepository(directory)) {
      found.add(directory);
      return FileVisitResult.SKIP_SUBTREE;
    }
    Path name = directory.getFileName();
    boolean hidden = name != null && name.toString().startsWith(".") && !directory.equals(root);
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    // What this user may not read holds nothing that this user could change.
    return FileVisitResult.CONTINUE;
  }

  private static boolean isRepository(Path directory) {
    boolean isBare =
        Files.isRegularFile(directory.resolve("HEAD"))
            && Files.isDirectory(directory.resolve("objects"))
            && Files.isDirectory(directory.resolve("refs"));
    return isBare || Files.exists(directory.resolve(".git"));
  }
}
