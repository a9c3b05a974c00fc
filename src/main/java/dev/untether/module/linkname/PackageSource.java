package dev.untether.module.linkname;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.PackageClause;
import dev.untether.module.GeneratedCode;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.Finding;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The facts of one Go file, without its text.
 *
 * @param source where it belongs
 * @param file what it says
 * @param constraint the condition under which a build takes it
 * @param targets the targets on which some build takes it
 * @param generated whether it says that a generator wrote it
 */
record PackageSource(
    SourceFile source,
    GoFile file,
    BuildConstraint constraint,
    SortedSet<Target> targets,
    boolean generated)
    implements BuildFile {
  private static final String TEST_FILE = "_test.go";
  private static final String TEST_PACKAGE = "_test";

  /**
   * Returns the facts of {@code source}.
   *
   * @param problems receives what is wrong with the file
   */
  static PackageSource of(
      SourceFile source,
      SourceReader.Text read,
      Collection<Target> chosen,
      ReleaseRange releases,
      List<Finding> problems) {
    GoFile file = GoFile.parse(source.relative(), read.text());
    BuildConstraint constraint = BuildConstraint.of(source.relative(), read.text());
    SortedSet<Target> targets = new TreeSet<>(constraint.targets(Targets.known(), releases));
    targets.retainAll(chosen);
    problems.addAll(file.problems());
    problems.addAll(constraint.problems());
    boolean generated = GeneratedCode.isGenerated(read.text());
    return new PackageSource(source, file, constraint, targets, generated);
  }

  String packageName() {
    return file.packageClause().map(PackageClause::name).orElse("");
  }

  /** For the go command {@code import "C"} is a constraint on cgo. */
  @Override
  public boolean isTakenBy(BuildContext context) {
    return (context.cgo() || !file.importsC()) && constraint.matches(context);
  }

  boolean isTest() {
    return source.relative().endsWith(TEST_FILE);
  }

  /** Returns whether it is a test in a package of its own. */
  boolean isExternalTest() {
    return isTest() && packageName().endsWith(TEST_PACKAGE);
  }

  String packagePath() {
    return isExternalTest() ? source.packagePath() + TEST_PACKAGE : source.packagePath();
  }

  /** Returns the functions and methods that it declares. */
  Stream<FunctionDeclaration> functions() {
    return file.declarations().stream()
        .filter(FunctionDeclaration.class::isInstance)
        .map(FunctionDeclaration.class::cast);
  }
}
