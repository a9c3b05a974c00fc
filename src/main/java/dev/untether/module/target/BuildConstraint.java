package dev.untether.module.target;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The condition under which a file belongs to its package, from its name and its header, by the
 * rules of go/build's {@code Context.MatchFile}.
 *
 * <p>For {@code .h} files this is the condition under which the go command hands them to the
 * assembler's neighbours; {@code #include} does not ask for it.
 */
public final class BuildConstraint {
  /** The rule id of the problems found here. */
  public static final String RULE = "build-constraint";

  private final boolean possible;
  private final List<TagExpression> conditions;
  private final List<Finding> problems;

  private BuildConstraint(
      boolean possible, List<TagExpression> conditions, List<Finding> problems) {
    this.possible = possible;
    this.conditions = List.copyOf(conditions);
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns the constraint of a file.
   *
   * @param fileName the file as the user will see it named; the part behind the last slash counts
   * @param text the content; nothing behind the first code is looked at
   */
  public static BuildConstraint of(String fileName, SourceText text) {
    String name = FileName.of(fileName);
    if (!FileName.isConsidered(name)) {
      return new BuildConstraint(/* possible= */ false, List.of(), List.of());
    }
    List<TagExpression> conditions = new ArrayList<>();
    for (String tag : FileName.tags(name)) {
      conditions.add(new TagExpression.Tag(tag));
    }
    if (FileName.extension(name).equals(".syso")) {
      return new BuildConstraint(/* possible= */ true, conditions, List.of());
    }
    FileHeader header =
        FileName.extension(name).equals(".go") ? FileHeader.ofGo(text) : FileHeader.ofOther(text);
    return new HeaderReader(fileName, text, conditions).read(header);
  }

  /** Returns whether a build in {@code context} takes the file. */
  public boolean matches(BuildContext context) {
    if (!possible) {
      return false;
    }
    for (TagExpression condition : conditions) {
      if (!condition.holds(context::isSet)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the tags of the condition that flags and experiments can set; not systems and
   * architectures, releases, cgo, compilers and {@code ignore}.
   */
  public Set<String> settableTags() {
    Set<String> tags = mentioned();
    tags.removeIf(
        tag ->
            Platforms.isTag(tag)
                || ReleaseTag.is(tag)
                || List.of("cgo", "gc", "gccgo", "ignore").contains(tag));
    return tags;
  }

  /** Returns the N of each Go 1.N that the condition asks for, or asks not to have. */
  public SortedSet<Integer> releasesAskedFor() {
    SortedSet<Integer> minors = new TreeSet<>();
    for (String tag : mentioned()) {
      ReleaseTag.minor(tag).ifPresent(minor -> minors.add(minor));
    }
    return minors;
  }

  private Set<String> mentioned() {
    Set<String> tags = new TreeSet<>();
    for (TagExpression condition : conditions) {
      condition.holds((tag, positive) -> tags.add(tag) || positive);
    }
    return tags;
  }

  /** Returns what is wrong with the constraint lines, in order. */
  public List<Finding> problems() {
    return problems;
  }

  /** Returns whether every build takes the file. */
  public boolean isAlwaysMet() {
    return possible && conditions.isEmpty();
  }

  /**
   * Returns the targets on which some build takes the file: a release of {@code releases} that has
   * the target, and any setting of everything that flags and the environment can choose — cgo,
   * race, architecture levels such as GOAMD64, experiments, and tags of the module's own.
   *
   * <p>Fixed are: the names of systems and architectures, {@code unix}, {@code go1.N}, the compiler
   * ({@code gc}, never {@code gccgo}, whose linker has other rules) and {@code ignore}, which by
   * convention nobody sets; {@code go mod tidy} treats it the same way. Contradictions such as
   * {@code race && !race} are seen through.
   */
  public SortedSet<Target> targets(Targets known, ReleaseRange releases) {
    if (!possible) {
      return Collections.emptySortedSet();
    }
    SortedSet<Target> candidates = known.of(releases);
    if (conditions.isEmpty()) {
      return candidates;
    }
    SettingSearch search = new SettingSearch(conditions);
    SortedSet<Target> found = new TreeSet<>();
    for (Target target : candidates) {
      if (isBuiltOn(target, search, known, releases)) {
        found.add(target);
      }
    }
    return Collections.unmodifiableSortedSet(found);
  }

  /** Returns whether some build takes the file whose release is in {@code releases}. */
  public boolean canHoldIn(ReleaseRange releases) {
    if (!possible) {
      return false;
    }
    SettingSearch search = new SettingSearch(conditions);
    // Ports come and go; whether a release tag is asked for does not depend on which there are.
    for (Target target : Targets.known().of(Targets.known().releases())) {
      for (int minor = releases.last(); minor >= releases.first(); minor--) {
        if (search.canHold(target, minor)) {
          return true;
        }
        if (!search.dependsOnRelease()) {
          break;
        }
      }
    }
    return false;
  }

  private static boolean isBuiltOn(
      Target target, SettingSearch search, Targets known, ReleaseRange releases) {
    for (int minor = releases.last(); minor >= releases.first(); minor--) {
      if (known.contains(target, minor)) {
        if (search.canHold(target, minor)) {
          return true;
        }
        if (!search.dependsOnRelease()) {
          return false;
        }
      }
    }
    return false;
  }

  /** Turns the constraint lines of one header into conditions and problems. */
  private static final class HeaderReader {
    private final String fileName;
    private final SourceText text;
    private final List<TagExpression> conditions;
    private final List<Finding> problems = new ArrayList<>();

    HeaderReader(String fileName, SourceText text, List<TagExpression> conditions) {
      this.fileName = fileName;
      this.text = text;
      this.conditions = conditions;
    }

    BuildConstraint read(FileHeader header) {
      boolean possible = true;
      List<FileHeader.Line> lines = header.goBuildLines();
      if (header.isUnreadable()) {
        problems.add(
            new Finding(
                RULE,
                Severity.WARNING,
                fileName,
                Finding.WHOLE_FILE,
                "a comment at the top is not closed or not a comment; Go builds the file whatever"
                    + " constraints it states"));
      } else if (lines.size() > 1) {
        possible = false;
        report(
            lines.get(1).start(), Severity.ERROR, "a second //go:build line; no build takes this");
      } else if (lines.size() == 1) {
        possible = readGoBuild(lines.get(0));
      } else {
        header.plusBuildLines().forEach(this::readPlusBuild);
      }
      return new BuildConstraint(possible, conditions, problems);
    }

    private boolean readGoBuild(FileHeader.Line line) {
      try {
        conditions.add(TagExpressionParser.parse(line.expression()));
        return true;
      } catch (TagExpressionParser.SyntaxException e) {
        String message = "cannot understand the //go:build line: " + e.getMessage();
        report(offsetOf(line, e.index()), Severity.ERROR, message);
        return false;
      }
    }

    private void readPlusBuild(FileHeader.Line line) {
      try {
        conditions.add(TagExpressionParser.parseOld(line.expression()));
      } catch (TagExpressionParser.SyntaxException e) {
        String message = "cannot understand the // +build line: " + e.getMessage();
        report(offsetOf(line, e.index()), Severity.WARNING, message);
      }
    }

    private static int offsetOf(FileHeader.Line line, int index) {
      String before = line.expression().substring(0, index);
      return line.expressionStart() + before.getBytes(StandardCharsets.UTF_8).length;
    }

    private void report(int offset, Severity severity, String message) {
      // Behind invalid UTF-8 the decoded expression can be longer than its bytes.
      Position place = text.positionOf(Math.min(offset, text.length()));
      problems.add(new Finding(RULE, severity, fileName, place, message));
    }
  }
}
