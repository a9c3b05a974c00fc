package dev.untether.review.rule;

import dev.untether.golang.linkname.Linkname;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.review.CheckFinding;
import dev.untether.review.Facts;
import dev.untether.review.JudgedReference;
import dev.untether.review.ReviewRule;
import dev.untether.review.RuleInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs the rules that look at pulls, package by package, and those that look at build scripts. The
 * files of a package are read once for all rules, and only where there is a pull.
 */
final class Review implements ReviewRule {
  private final List<PullRule> pullRules;
  private final List<ScriptRule> scriptRules;

  Review(List<PullRule> pullRules, List<ScriptRule> scriptRules) {
    this.pullRules = List.copyOf(pullRules);
    this.scriptRules = List.copyOf(scriptRules);
  }

  @Override
  public List<RuleInfo> rules() {
    return Stream.concat(
            pullRules.stream().flatMap(rule -> rule.rules().stream()),
            scriptRules.stream().flatMap(rule -> rule.rules().stream()))
        .toList();
  }

  @Override
  public List<CheckFinding> check(Facts facts) {
    Map<Path, List<JudgedReference.OfLinkname>> pulls = new TreeMap<>();
    for (JudgedReference reference : facts.references()) {
      if (reference instanceof JudgedReference.OfLinkname linkname
          && isPull(linkname.reference())) {
        pulls.computeIfAbsent(reference.file().directory(), it -> new ArrayList<>()).add(linkname);
      }
    }
    Map<Path, List<SourceFile>> files = new TreeMap<>();
    for (SourceFile file : facts.tree().files()) {
      if (file.kind() == SourceKind.GO && pulls.containsKey(file.directory())) {
        files.computeIfAbsent(file.directory(), it -> new ArrayList<>()).add(file);
      }
    }
    Surroundings surroundings = new Surroundings(facts);
    List<CheckFinding> found = new ArrayList<>();
    List.copyOf(pulls.entrySet()).parallelStream()
        .map(
            entry ->
                check(
                    files.getOrDefault(entry.getKey(), List.of()), entry.getValue(), surroundings))
        .forEachOrdered(found::addAll);
    scriptRules.forEach(rule -> rule.check(surroundings, found::add));
    return List.copyOf(found);
  }

  private static boolean isPull(LinknameReference reference) {
    return reference.direction() == Linkname.Direction.PULL && reference.isForeign();
  }

  private List<CheckFinding> check(
      List<SourceFile> files,
      List<JudgedReference.OfLinkname> references,
      Surroundings surroundings) {
    ReviewedPackage reviewed = ReviewedPackage.of(files, references);
    List<CheckFinding> found = new ArrayList<>();
    pullRules.forEach(rule -> rule.check(reviewed, surroundings, found::add));
    return found;
  }
}
