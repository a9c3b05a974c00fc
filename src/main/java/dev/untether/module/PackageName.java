package dev.untether.module;

import dev.untether.golang.PackageClause;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The name of the package in a directory, and the prefix of its symbols in the linker: a program's
 * is {@code main}, whatever its import path.
 */
public final class PackageName {
  private static final String MAIN = "main";
  private static final String DOCUMENTATION = "documentation";
  private static final String TEST_FILE = "_test.go";
  private static final String TEST_PACKAGE = "_test";

  private PackageName() {}

  /**
   * Returns the name in the package clause of the first Go file, by name, that some build takes and
   * whose clause can be read. Test files count where there is nothing else, and files that no build
   * takes where there are no test files either. {@code package documentation} never counts:
   * go/build passes over it.
   */
  public static Optional<String> of(Path directory) {
    String ofTests = null;
    String ofUnbuilt = null;
    for (Path file : goFiles(directory)) {
      SourceReader.Result result = SourceReader.read(file, SourceReader.DEFAULT_LIMIT);
      if (!(result instanceof SourceReader.Text read)) {
        continue;
      }
      String name = PackageClause.of(read.text()).map(PackageClause::name).orElse(DOCUMENTATION);
      if (name.equals(DOCUMENTATION)) {
        continue;
      }
      if (!isBuilt(file, read)) {
        ofUnbuilt = ofUnbuilt == null ? name : ofUnbuilt;
      } else if (!file.toString().endsWith(TEST_FILE)) {
        return Optional.of(name);
      } else if (ofTests == null) {
        boolean external = name.endsWith(TEST_PACKAGE);
        ofTests = external ? name.substring(0, name.length() - TEST_PACKAGE.length()) : name;
      }
    }
    return Optional.ofNullable(ofTests == null ? ofUnbuilt : ofTests);
  }

  /** Returns what the linker puts before the names of the symbols of a package. */
  public static String linkerPrefix(Path directory, String packagePath) {
    return of(directory).filter(MAIN::equals).orElse(packagePath);
  }

  private static boolean isBuilt(Path file, SourceReader.Text read) {
    Targets targets = Targets.known();
    return !BuildConstraint.of(String.valueOf(file.getFileName()), read.text())
        .targets(targets, targets.releases())
        .isEmpty();
  }

  private static List<Path> goFiles(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.go")) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      // Whoever listed the directory has reported it; a name is what we cannot give.
      return List.of();
    }
    Collections.sort(files);
    return files;
  }
}
