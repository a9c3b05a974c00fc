package dev.untether.module.imports;

import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packages of a Go installation, each read when it is first asked for: a program links few of
 * them. Several threads may ask at the same time.
 */
final class GorootPackages {
  private final Optional<Path> source;
  private final Map<String, List<ImportingFile>> packages = new ConcurrentHashMap<>();

  GorootPackages(Optional<Path> goroot) {
    this.source = goroot.map(root -> root.resolve("src"));
  }

  /** Returns the files of a package, without tests; empty if it is not there. */
  List<ImportingFile> files(String packagePath) {
    if (source.isEmpty() || !ImportGraph.isStandard(packagePath)) {
      return List.of();
    }
    return packages.computeIfAbsent(packagePath, path -> read(source.get().resolve(path), path));
  }

  private static List<ImportingFile> read(Path directory, String packagePath) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<SourceFile> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.go")) {
      for (Path file : entries) {
        files.add(new SourceFile(file, file.toString(), packagePath, "std", SourceKind.GO));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be listed is as unknown as what is not there.
      return List.of();
    }
    Collections.sort(files);
    return files.stream()
        .flatMap(file -> ImportingFile.read(file).stream())
        .filter(file -> file.role() == ImportingFile.Role.PRODUCT)
        .toList();
  }
}
