package dev.untether.access.goroot;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Headers;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads the standard library below a GOROOT: everything in src but commands and test data. */
final class LibraryReader {
  private final Path source;
  private final Path include;
  private final Map<Path, Optional<AsmFile>> parsedHeaders = new ConcurrentHashMap<>();

  LibraryReader(Path goroot) {
    this.source = goroot.resolve("src");
    this.include = goroot.resolve("pkg").resolve("include");
  }

  /** Returns the packages in the order of their paths. */
  List<LibraryPackage> read() throws IOException {
    List<Path> directories = new ArrayList<>();
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!isLibrary(directory)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            directories.add(directory);
            return FileVisitResult.CONTINUE;
          }
        });
    return directories.parallelStream()
        .map(this::readPackage)
        .filter(one -> !one.sources().isEmpty())
        .sorted(Comparator.comparing(LibraryPackage::path))
        .toList();
  }

  private boolean isLibrary(Path directory) {
    String path = pathOf(directory);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !path.equals("cmd")
        && !path.equals("builtin")
        && !name.equals("testdata")
        && !name.startsWith("_")
        && !name.startsWith(".");
  }

  private String pathOf(Path directory) {
    return source.relativize(directory).toString().replace('\\', '/');
  }

  private LibraryPackage readPackage(Path directory) {
    String path = pathOf(directory);
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries.filter(Files::isRegularFile).forEach(file -> files.put(nameOf(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<GoSource> sources = new ArrayList<>();
    List<AssemblySource> assembly = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          if (name.endsWith(".go") && !name.endsWith("_test.go")) {
            sources.add(GoSource.of(name, text(file)));
          } else if (name.endsWith(".s")) {
            assembly.add(assembly(path, directory, name, text(file)));
          }
        });
    return new LibraryPackage(path, List.copyOf(sources), List.copyOf(assembly));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static SourceText text(Path file) {
    SourceReader.Result result = SourceReader.read(file, SourceReader.DEFAULT_LIMIT);
    if (result instanceof SourceReader.Text read) {
      return read.text();
    }
    String problem = ((SourceReader.Refused) result).problem().message();
    throw new UncheckedIOException(new IOException(file + " " + problem));
  }

  private AssemblySource assembly(String path, Path directory, String name, SourceText text) {
    Headers own =
        header -> header(directory.resolve(header)).or(() -> header(include.resolve(header)));
    AsmFile file = AsmFile.parse(name, text);
    boolean mayBeThreadLocal = text.slice(0, text.length()).contains("TLSBSS");
    return new AssemblySource(
        BuildConstraint.of(name, text), file, own.orGo(), path, mayBeThreadLocal);
  }

  private Optional<AsmFile> header(Path path) {
    return parsedHeaders.computeIfAbsent(
        path.normalize(),
        file ->
            Files.isRegularFile(file)
                ? Optional.of(AsmFile.parse(nameOf(file), text(file)))
                : Optional.empty());
  }
}
