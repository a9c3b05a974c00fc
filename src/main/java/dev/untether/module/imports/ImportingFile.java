package dev.untether.module.imports;

import dev.untether.golang.ImportSection;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one Go file adds to the imports of its package.
 *
 * @param source the file
 * @param role which part of the package it belongs to
 * @param isProgram whether it belongs to a package {@code main}
 * @param usesCgo whether it imports {@code "C"}: then no build without cgo takes it
 * @param constraint the condition under which a build takes it
 * @param imports the paths imported, those that cgo adds included
 */
record ImportingFile(
    SourceFile source,
    Role role,
    boolean isProgram,
    boolean usesCgo,
    BuildConstraint constraint,
    Set<String> imports) {
  private static final String TEST_FILE = "_test.go";
  private static final String TEST_PACKAGE = "_test";

  /** What cgo's translation imports: see the use of cgoExclude in cmd/go/internal/load. */
  private static final Set<String> OF_CGO = Set.of("unsafe", "runtime/cgo", "syscall");

  /** The packages below syscall, for which it leaves that out. */
  private static final Set<String> BELOW_SYSCALL =
      Set.of("runtime/cgo", "runtime/race", "runtime/msan", "runtime/asan");

  /** A part of a package; each is compiled in other builds. */
  enum Role {
    /** Of the package itself. */
    PRODUCT,
    /** A test inside the package. */
    INTERNAL_TEST,
    /** A test in a package of its own. */
    EXTERNAL_TEST
  }

  /** Returns the facts of a file; empty if it cannot be read or has no package clause. */
  static Optional<ImportingFile> read(SourceFile source) {
    if (!(SourceReader.read(source.absolute(), source.relative(), SourceReader.DEFAULT_LIMIT)
        instanceof SourceReader.Text read)) {
      return Optional.empty();
    }
    ImportSection section = ImportSection.of(read.text());
    if (section.packageName().isEmpty()) {
      return Optional.empty();
    }
    Set<String> imports = new TreeSet<>();
    for (String path : section.imports()) {
      // One copy of each path for all files: there are few of them.
      imports.add(path.intern());
    }
    if (imports.remove("C")) {
      imports.addAll(OF_CGO);
      if (BELOW_SYSCALL.contains(source.packagePath())) {
        imports.remove("syscall");
        imports.remove(source.packagePath());
      }
    }
    BuildConstraint constraint = BuildConstraint.of(source.relative(), read.text());
    return Optional.of(
        new ImportingFile(
            source,
            role(source, section),
            section.packageName().equals("main"),
            section.importsC(),
            constraint,
            Set.copyOf(imports)));
  }

  private static Role role(SourceFile source, ImportSection section) {
    if (!source.relative().endsWith(TEST_FILE)) {
      return Role.PRODUCT;
    }
    return section.packageName().endsWith(TEST_PACKAGE) ? Role.EXTERNAL_TEST : Role.INTERNAL_TEST;
  }

  boolean isIn(BuildContext context) {
    return (!usesCgo || context.cgo()) && constraint.matches(context);
  }
}
