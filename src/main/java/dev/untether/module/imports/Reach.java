package dev.untether.module.imports;

import dev.untether.module.SourceFile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the programs and tests of a tree are linked from, in one build. A package that none of them
 * reaches is compiled by {@code go build ./...}, but not linked: what the linker says about it is
 * first heard by those who import it.
 */
public final class Reach {
  private final SortedMap<String, By> packages;
  private final SortedSet<String> outside;

  Reach(SortedMap<String, By> packages, SortedSet<String> outside) {
    this.packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
    this.outside = Collections.unmodifiableSortedSet(new TreeSet<>(outside));
  }

  /** What links a package, the strongest first. */
  public enum By {
    /** A package {@code main} of the tree imports it, or it is one. */
    PROGRAM,
    /** Only tests of the tree. */
    TEST,
    /** Nothing in the tree: only others who import it. */
    NOTHING
  }

  /**
   * Returns what links a package.
   *
   * @param packagePath its import path; {@code _test} at the end means its external tests
   */
  public By of(String packagePath) {
    return packages.getOrDefault(packagePath, By.NOTHING);
  }

  /** Returns what links a file of the tree: of a test file, never a program. */
  public By of(SourceFile file) {
    By ofPackage = of(file.packagePath());
    boolean isTest = file.relative().endsWith("_test.go");
    return isTest && ofPackage == By.PROGRAM ? By.TEST : ofPackage;
  }

  /** Returns the packages that a program or a test links, by path. */
  public SortedMap<String, By> packages() {
    return packages;
  }

  /**
   * Returns the paths that packages linked import and no tree at hand has: those of the standard
   * library, and of modules that are not looked at.
   */
  public SortedSet<String> outside() {
    return outside;
  }
}
