package dev.untether.module;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of a module, whatever they hold. */
public final class ModuleFiles {
  private ModuleFiles() {}

  /**
   * Returns the paths of the regular files below {@code directory}, relative to it and with
   * slashes, in order. Left out are {@code .git}, {@code vendor}, {@code node_modules}, modules
   * within the module, and whatever links lead to.
   */
  public static List<String> of(Path directory) {
    List<String> paths = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean isOther =
                  !dir.equals(directory)
                      && (isLeftOut(String.valueOf(dir.getFileName()))
                          || Files.exists(dir.resolve(SourceWalk.GO_MOD)));
              return isOther ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                paths.add(directory.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // The walk for source files has said so already.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return List.of();
    }
    Collections.sort(paths);
    return List.copyOf(paths);
  }

  private static boolean isLeftOut(String name) {
    return name.equals(".git") || name.equals("vendor") || name.equals("node_modules");
  }
}
