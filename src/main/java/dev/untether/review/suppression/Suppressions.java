package dev.untether.review.suppression;

import dev.untether.asm.AsmComments;
import dev.untether.golang.GoComments;
import dev.untether.golang.PackageClause;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.script.BuildScript;
import dev.untether.module.script.BuildScripts;
import dev.untether.module.script.ScriptLines;
import dev.untether.module.target.NearestWords;
import dev.untether.module.target.ReleaseRange;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Comment;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The suppressions of a tree. */
public final class Suppressions {
  static final RuleInfo UNUSED = new RuleInfo("unused-suppression", Group.REVIEW, Severity.WARNING);
  static final RuleInfo EXPIRED =
      new RuleInfo("expired-suppression", Group.REVIEW, Severity.WARNING);
  static final RuleInfo WITHOUT_REASON =
      new RuleInfo("suppression-without-reason", Group.REVIEW, Severity.WARNING);

  private static final byte[] WORD = SuppressionReader.WORD.getBytes(StandardCharsets.US_ASCII);

  private final List<Suppression> suppressions;

  private Suppressions(List<Suppression> suppressions) {
    this.suppressions = List.copyOf(suppressions);
  }

  /** Returns the rules of the findings about suppressions, which cannot be suppressed. */
  public static List<RuleInfo> rules() {
    return List.of(UNUSED, EXPIRED, WITHOUT_REASON);
  }

  /** Returns the suppressions in the Go and assembly files and the build scripts of a tree. */
  public static Suppressions of(ModuleTree tree) {
    List<Suppression> found = new ArrayList<>();
    tree.files().parallelStream().map(Suppressions::in).forEachOrdered(found::addAll);
    for (BuildScript script : BuildScripts.below(tree.root()).scripts()) {
      if (mentions(script.text())) {
        found.addAll(in(script));
      }
    }
    return new Suppressions(found);
  }

  private static List<Suppression> in(SourceFile file) {
    var read = SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
    if (!(read instanceof SourceReader.Text source) || !mentions(source.text())) {
      return List.of();
    }
    SourceText text = source.text();
    if (file.kind() == SourceKind.GO) {
      int clause =
          PackageClause.of(text)
              .map(it -> text.lineOf(it.span().start()))
              .orElse(Integer.MAX_VALUE);
      return new SuppressionReader(file.relative(), GoComments.of(text), clause).read();
    }
    List<Comment> comments = AsmComments.of(text);
    return new SuppressionReader(file.relative(), comments, firstStatement(text, comments)).read();
  }

  private static List<Suppression> in(BuildScript script) {
    List<Comment> comments =
        ScriptLines.of(script).lines().stream().flatMap(line -> line.comment().stream()).toList();
    int first = firstStatement(script.text(), comments);
    return new SuppressionReader(script.relative(), comments, first).read();
  }

  /** Returns the first line that is neither blank nor a comment. */
  private static int firstStatement(SourceText text, List<Comment> comments) {
    Set<Integer> alone = new HashSet<>();
    for (Comment comment : comments) {
      int last = text.lineOf(Math.max(comment.span().start(), comment.span().end() - 1));
      for (int line = comment.line(); comment.alone() && line <= last; line++) {
        alone.add(line);
      }
    }
    int line = 1;
    while (line < text.lineCount() && (alone.contains(line) || isBlank(text, line))) {
      line++;
    }
    return line;
  }

  private static boolean isBlank(SourceText text, int line) {
    return text.slice(text.lineStart(line), text.lineStart(line + 1)).isBlank();
  }

  private static boolean mentions(SourceText text) {
    byte[] bytes = text.bytes();
    for (int i = 0; i + WORD.length <= bytes.length; i++) {
      if (bytes[i] == WORD[0] && Arrays.equals(bytes, i, i + WORD.length, WORD, 0, WORD.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A finding that somebody has dealt with.
   *
   * @param finding the finding
   * @param suppression who says so, and why
   */
  public record Suppressed(CheckFinding finding, Suppression suppression) {}

  /**
   * What is left.
   *
   * @param findings those that nobody has dealt with, and those about suppressions; in order
   * @param suppressed the others, in order
   */
  public record Result(List<CheckFinding> findings, List<Suppressed> suppressed) {
    /** Copies the lists. */
    public Result {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
    }
  }

  /**
   * Returns which findings of the tree are left.
   *
   * @param findings the findings, with paths relative to the tree
   * @param releases the releases that were asked for
   * @param today the day of the run
   * @param rules the ids of all rules that had a chance to speak
   */
  public Result apply(
      List<CheckFinding> findings, ReleaseRange releases, LocalDate today, Set<String> rules) {
    Map<String, List<Suppression>> valid = new HashMap<>();
    List<CheckFinding> left = new ArrayList<>();
    List<Suppression> pending = new ArrayList<>();
    for (Suppression suppression : suppressions) {
      if (suppression.reason().isEmpty()) {
        left.add(about(WITHOUT_REASON, suppression, withoutReason(suppression)));
      } else if (hasEnded(suppression, releases, today)) {
        left.add(about(EXPIRED, suppression, expired(suppression)));
      } else if (suppression.badUntil().isPresent()) {
        left.add(about(UNUSED, suppression, badUntil(suppression)));
      } else {
        pending.add(suppression);
        valid.computeIfAbsent(suppression.path(), it -> new ArrayList<>()).add(suppression);
      }
    }
    List<Suppressed> suppressed = new ArrayList<>();
    Map<Suppression, Set<String>> used = new HashMap<>();
    for (CheckFinding finding : findings) {
      String rule = finding.rule().id();
      boolean kept = true;
      int line = finding.finding().position().line();
      for (Suppression one : valid.getOrDefault(finding.finding().path(), List.of())) {
        if (kept && one.covers(rule, finding.finding().path(), line)) {
          used.computeIfAbsent(one, it -> new HashSet<>()).add(rule);
          suppressed.add(new Suppressed(finding, one));
          kept = false;
        }
      }
      if (kept) {
        left.add(finding);
      }
    }
    for (Suppression one : pending) {
      SortedSet<String> idle = new TreeSet<>(one.rules());
      idle.removeAll(used.getOrDefault(one, Set.of()));
      if (!idle.isEmpty()) {
        left.add(about(UNUSED, one, unused(idle, rules)));
      }
    }
    return new Result(left.stream().sorted().toList(), suppressed);
  }

  private static boolean hasEnded(Suppression one, ReleaseRange releases, LocalDate today) {
    if (one.until().isEmpty()) {
      return false;
    }
    Suppression.End end = one.until().get();
    return end instanceof Suppression.Release release
        ? releases.last() >= release.minor()
        : end instanceof Suppression.Day day && !today.isBefore(day.day());
  }

  private static String withoutReason(Suppression one) {
    return "suppresses nothing, for it gives no reason: write `"
        + SuppressionReader.WORD
        + " "
        + (one.rules().isEmpty() ? "RULE" : String.join(",", one.rules()))
        + " why`";
  }

  private static String expired(Suppression one) {
    return "held until "
        + one.until().map(Suppression.End::word).orElse("")
        + " only ("
        + one.reason()
        + "): solve what it is about, or give it a new end with a reason";
  }

  private static String badUntil(Suppression one) {
    return "suppresses nothing: `until="
        + one.badUntil().orElse("")
        + "` is neither a release such as go1.29 nor a date such as 2027-03-01";
  }

  private static String unused(SortedSet<String> idle, Set<String> rules) {
    for (String rule : idle) {
      if (!rules.contains(rule)) {
        return "there is no rule `"
            + rule
            + "`; nearest: "
            + String.join(", ", NearestWords.to(rule, rules));
      }
    }
    return "suppresses nothing: no finding of " + String.join(", ", idle) + " here; remove it";
  }

  private static CheckFinding about(RuleInfo rule, Suppression one, String message) {
    return new CheckFinding(
        rule, new Finding(rule.id(), rule.severity(), one.path(), one.position(), message));
  }
}
