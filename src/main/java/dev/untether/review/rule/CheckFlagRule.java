package dev.untether.review.rule;

import dev.untether.access.Outcome;
import dev.untether.module.script.CheckFlag;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.JudgedReference;
import dev.untether.review.RuleInfo;
import dev.untether.text.Comment;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Build scripts that switch the linker's check off: for which references, in which releases, and
 * whether anybody answers for it.
 */
final class CheckFlagRule implements ScriptRule {
  static final RuleInfo FLAG = new RuleInfo("checklinkname-flag", Group.REVIEW, Severity.NOTE);
  static final RuleInfo UNNEEDED =
      new RuleInfo("checklinkname-unneeded", Group.REVIEW, Severity.WARNING);
  static final RuleInfo TOO_OLD =
      new RuleInfo("checklinkname-too-old", Group.BREAKS, Severity.WARNING);
  static final RuleInfo UNAUDITED =
      new RuleInfo("checklinkname-unaudited", Group.REVIEW, Severity.WARNING);

  /** The linker has the flag since Go 1.23: https://go.dev/doc/go1.23#linker. */
  private static final int FIRST_WITH_FLAG = 23;

  private static final Pattern ISSUE = Pattern.compile("#\\d+|https?://\\S+|\\b[A-Z]{2,}-\\d+\\b");
  private static final Pattern OWNER =
      Pattern.compile(
          "(^|[\\s(])@\\w|\\b\\w+@\\w|\\bowners?\\b\\s*:?\\s*\\w|\\bTODO\\(\\w",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile(
          "\\b20\\d\\d-\\d\\d(-\\d\\d)?\\b|\\bgo\\s?1\\.\\d+", Pattern.CASE_INSENSITIVE);

  @Override
  public List<RuleInfo> rules() {
    return List.of(FLAG, UNNEEDED, TOO_OLD, UNAUDITED);
  }

  @Override
  public void check(Surroundings surroundings, Consumer<CheckFinding> found) {
    List<CheckFlag> flags = CheckFlag.in(surroundings.scripts().scripts());
    if (flags.isEmpty()) {
      return;
    }
    List<JudgedReference> references = new ArrayList<>(surroundings.facts().references());
    Optional<List<JudgedReference>> others = surroundings.facts().dependencies();
    others.ifPresent(references::addAll);
    SortedMap<String, SortedSet<Integer>> rejected = symbols(references, Outcome.REJECTED);
    SortedMap<String, SortedSet<Integer>> doubtful = symbols(references, Outcome.UNCERTAIN);
    doubtful.putAll(symbols(references, Outcome.UNKNOWN));
    for (CheckFlag flag : flags) {
      if (!rejected.isEmpty()) {
        found.accept(finding(FLAG, flag, needed("it is needed for ", rejected)));
      } else if (!doubtful.isEmpty()) {
        found.accept(finding(FLAG, flag, needed("it may be needed for ", doubtful)));
      } else {
        found.accept(finding(UNNEEDED, flag, unneeded(others.isPresent())));
      }
      if (surroundings.oldestRelease() < FIRST_WITH_FLAG) {
        found.accept(finding(TOO_OLD, flag, tooOld(surroundings.oldestRelease())));
      }
      List<String> lacking = lacking(flag);
      if (!flag.script().kind().isProse() && !rejected.isEmpty() && !lacking.isEmpty()) {
        found.accept(finding(UNAUDITED, flag, unaudited(lacking)));
      }
    }
  }

  private static SortedMap<String, SortedSet<Integer>> symbols(
      List<JudgedReference> references, Outcome outcome) {
    SortedMap<String, SortedSet<Integer>> symbols = new TreeMap<>();
    for (JudgedReference reference : references) {
      for (CellVerdict cell : reference.verdicts()) {
        if (cell.verdict().outcome() == outcome && cell.release() >= FIRST_WITH_FLAG) {
          symbols.computeIfAbsent(reference.symbol(), it -> new TreeSet<>()).add(cell.release());
        }
      }
    }
    return symbols;
  }

  private static String needed(String head, SortedMap<String, SortedSet<Integer>> symbols) {
    List<String> named = new ArrayList<>();
    symbols.forEach(
        (symbol, releases) ->
            named.add(symbol + " (" + Words.releases(releases, Surroundings.newestKnown()) + ")"));
    return "the linker's check of linknames is off for all that is built here; "
        + head
        + Words.some(named)
        + ": without these references the flag can go";
  }

  private static String unneeded(boolean dependenciesKnown) {
    return dependenciesKnown
        ? "the linker's check of linknames is off, but no reference of this module or of what it is"
            + " built from needs that in the releases and targets looked at: remove the flag"
        : "the linker's check of linknames is off, but no reference of this module needs that in"
            + " the releases and targets looked at: remove the flag, unless a dependency needs it,"
            + " which check --deps tells";
  }

  private static String tooOld(int oldest) {
    return "Go 1."
        + oldest
        + " has no such flag and stops with `flag provided but not defined: -checklinkname`: pass"
        + " it from Go 1.23 on only, or raise the go line in go.mod to 1.23";
  }

  private static String unaudited(List<String> lacking) {
    return "an exception that nobody answers for: say in a comment beside it "
        + String.join(", ", lacking);
  }

  /** Returns what the comments beside a flag do not say. */
  private static List<String> lacking(CheckFlag flag) {
    String remarks = String.join("\n", flag.remarks().stream().map(Comment::text).toList());
    List<String> lacking = new ArrayList<>();
    if (!ISSUE.matcher(remarks).find()) {
      lacking.add("which issue tracks it");
    }
    if (!OWNER.matcher(remarks).find()) {
      lacking.add("who owns it");
    }
    if (!DATE.matcher(remarks).find()) {
      lacking.add("until which date or Go release");
    }
    return lacking;
  }

  private static CheckFinding finding(RuleInfo rule, CheckFlag flag, String message) {
    // What a document says runs nothing.
    Severity severity = flag.script().kind().isProse() ? Severity.NOTE : rule.severity();
    return new CheckFinding(
        rule, new Finding(rule.id(), severity, flag.script().relative(), flag.position(), message));
  }
}
