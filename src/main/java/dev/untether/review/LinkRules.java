package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.access.Outcome;
import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import dev.untether.module.target.ReleaseRange;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the linker and the compiler say, as findings: what breaks, and what is only tolerated. */
public final class LinkRules implements ReviewRule {
  private final Advice advice;

  /** Makes rules that pass on {@code advice}. */
  public LinkRules(Advice advice) {
    this.advice = advice;
  }

  @Override
  public List<RuleInfo> rules() {
    return Stream.concat(
            Stream.of(LinkRule.values()).map(LinkRule::info), CompilerRules.all().stream())
        .toList();
  }

  @Override
  public List<CheckFinding> check(Facts facts) {
    List<CheckFinding> findings = new ArrayList<>();
    IdentityHashMap<List<CellVerdict>, Map<LinkRule, Part>> known = new IdentityHashMap<>();
    Map<String, CheckFinding> tolerated = new HashMap<>();
    for (JudgedReference reference : facts.references()) {
      Map<LinkRule, Part> parts = known.computeIfAbsent(reference.verdicts(), LinkRules::parts);
      parts.forEach(
          (rule, part) -> {
            if (reference.symbol().indexOf('.') < 0 && !rule.isRejection()) {
              // A name of C: any object file may define it, and it is meant for others.
              return;
            }
            CheckFinding finding = finding(rule, part, reference);
            if (rule == LinkRule.TOLERATED && parts.size() == 1) {
              // One for each package is enough: the places are what scan lists.
              String key = reference.file().packagePath() + '\0' + reference.symbol();
              tolerated.putIfAbsent(key, finding);
            } else if (rule != LinkRule.TOLERATED) {
              findings.add(finding);
            }
          });
      if (reference instanceof JudgedReference.OfLinkname linkname) {
        ReleaseRange releases = facts.tree().releases(reference.file(), facts.releases());
        findings.addAll(CompilerRules.of(linkname.reference(), releases));
      }
    }
    findings.addAll(tolerated.values());
    // What is said about a reference already needs no remark on its line.
    Set<List<Object>> places = new HashSet<>();
    findings.forEach(it -> places.add(List.of(it.finding().path(), it.finding().position())));
    facts.remarks().stream()
        .filter(it -> !places.contains(List.of(it.path(), it.position())))
        .forEach(it -> CompilerRules.of(it).ifPresent(findings::add));
    Collections.sort(findings);
    return findings;
  }

  /** Returns whether builds with this verdict fail, or go wrong when they run. */
  public static boolean breaks(Verdict verdict) {
    return LinkRule.of(verdict).filter(it -> it.info().group() == Group.BREAKS).isPresent();
  }

  /** The builds in which one rule has something to say. */
  private record Part(List<CellVerdict> cells, List<CellVerdict> all, Extent extent) {}

  private static Map<LinkRule, Part> parts(List<CellVerdict> verdicts) {
    Map<LinkRule, List<CellVerdict>> cells = new EnumMap<>(LinkRule.class);
    for (CellVerdict cell : verdicts) {
      LinkRule.of(cell.verdict())
          .ifPresent(rule -> cells.computeIfAbsent(rule, r -> new ArrayList<>()).add(cell));
    }
    Map<LinkRule, Part> parts = new EnumMap<>(LinkRule.class);
    cells.forEach(
        (rule, some) -> {
          parts.put(rule, new Part(some, verdicts, Extent.of(some, verdicts)));
        });
    return parts;
  }

  private CheckFinding finding(LinkRule general, Part part, JudgedReference reference) {
    LinkRule rule =
        general == LinkRule.LINKNAME_REJECTED && reference instanceof JudgedReference.OfAssembly
            ? LinkRule.ASSEMBLY_REJECTED
            : general;
    String tags =
        reference.tags().isEmpty()
            ? ""
            : " (built only with -tags " + String.join(",", reference.tags()) + ")";
    Finding finding =
        new Finding(
            rule.info().id(),
            rule.info().severity(),
            reference.file().relative(),
            reference.position(),
            message(rule, part, reference.symbol()) + tags);
    boolean isNews = rule.info().severity() != Severity.NOTE;
    return new CheckFinding(
        rule.info(),
        finding,
        Optional.of(reference.symbol()),
        isNews ? part.all() : part.cells(),
        advice.recipes(reference.symbol(), reference instanceof JudgedReference.OfAssembly));
  }

  private static String message(LinkRule rule, Part part, String symbol) {
    Extent extent = part.extent();
    String where = " " + extent.targetWords();
    String first = "Go 1." + extent.first();
    // What is refused is so for the first time there; what is accepted may have been unchecked
    // once.
    int telling = rule == LinkRule.TOLERATED ? part.cells().size() - 1 : 0;
    Rule why = part.cells().get(telling).verdict().rule();
    return switch (rule) {
      case LINKNAME_REJECTED, ASSEMBLY_REJECTED -> first + " rejects " + symbol + where;
      case LINKER_CRASH -> "the linker of " + first + " crashes over " + symbol + where;
      case DUPLICATE -> symbol + " is defined a second time in " + first + where;
      case UNDEFINED ->
          why == Rule.WRONG_ABI
              ? first + " defines " + symbol + " only in another calling convention" + where
              : first + missing(part) + symbol + where;
      case NEW_VARIABLE ->
          first
              + missing(part)
              + symbol
              + where
              + ": this links as a new variable that nobody sets";
      case IMPORT_DEPENDENT ->
          symbol + " is accepted " + extent.releaseWords() + " by accident: " + why.reason();
      case UNKNOWN -> unknown(symbol, extent, why);
      case TOLERATED ->
          symbol + " is not meant for others; every release asked for accepts it: " + why.reason();
    };
  }

  private static String unknown(String symbol, Extent extent, Rule why) {
    String where = extent.releaseWords() + " " + extent.targetWords();
    return why == Rule.NO_DATA
        ? "nothing is known about "
            + symbol
            + " "
            + where
            + "; --goroot DIR judges by the sources of a Go installation, --go 1."
            + AccessData.releases().last()
            + " by the newest release known"
        : "what becomes of " + symbol + " " + where + " is not known: " + why.reason();
  }

  /** Returns the middle of a sentence about a release that does not have a symbol. */
  private static String missing(Part part) {
    int first = part.extent().first();
    boolean before =
        part.all().stream()
            .anyMatch(
                it ->
                    it.release() < first
                        && it.verdict().outcome() != Outcome.UNDEFINED
                        && it.verdict().rule() != Rule.NEW_VARIABLE);
    return before ? " no longer has " : " does not have ";
  }
}
