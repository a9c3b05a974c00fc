package dev.untether.module.dependency;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong, collected while a build list is read. Not for several threads. */
final class Problems {
  private final Path root;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private Place elsewhere = new Place("go.mod", Finding.WHOLE_FILE);

  /**
   * A collection of problems of the files below {@code root}, which are shown relative to it, and
   * of others.
   */
  Problems(Path root) {
    this.root = root;
  }

  private record Place(String file, Position position) {}

  /** Returns a file as the user will see it named. */
  String shown(Path file) {
    return file.startsWith(root)
        ? root.relativize(file).toString().replace(File.separatorChar, '/')
        : file.toString();
  }

  /** Says where problems go of modules that no main module names. */
  void blame(String file) {
    elsewhere = new Place(file, Finding.WHOLE_FILE);
  }

  /** Says that a module is named at a place; the first one counts. */
  void named(String module, String file, Position position) {
    places.putIfAbsent(module, new Place(file, position));
  }

  void add(String rule, Severity severity, String file, Position position, String message) {
    findings.add(new Finding(rule, severity, file, position, message));
  }

  void addAll(Collection<Finding> others) {
    findings.addAll(others);
  }

  /** Adds a problem of a module, at the place where a main module names it. */
  void of(ModuleVersion module, String rule, Severity severity, String message) {
    Place place = places.getOrDefault(module.path(), elsewhere);
    add(rule, severity, place.file(), place.position(), module + " " + message);
  }

  /** Returns the problems by file and place, each once. */
  List<Finding> sorted() {
    return findings.stream().distinct().sorted().toList();
  }
}
