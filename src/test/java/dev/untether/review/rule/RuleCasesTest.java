package dev.untether.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.review.CheckFinding;
import dev.untether.review.Facts;
import dev.untether.review.Judging;
import dev.untether.review.ReleaseData;
import dev.untether.review.ReviewRule;
import dev.untether.review.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each rule says, one folder a behaviour: {@code <rule>/<behaviour>/tree} and beside it {@code
 * expected.txt}, which is empty where the rule keeps quiet. -Dupdate=true rewrites the latter.
 */
final class RuleCasesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "review", "rule");

  @TestFactory
  Stream<DynamicTest> findings() throws Exception {
    return folders(FOLDER)
        .flatMap(rule -> folders(rule))
        .map(
            it ->
                DynamicTest.dynamicTest(
                    FOLDER.relativize(it).toString(),
                    () -> check(it, FOLDER.relativize(it).getName(0).toString())));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleSpeaksAndKeepsQuiet() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      List<Path> cases = folders(FOLDER.resolve(rule.id())).toList();
                      assertThat(cases).anyMatch(it -> !expected(it).isEmpty());
                      assertThat(cases).anyMatch(it -> expected(it).isEmpty());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleIsDocumented() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      assertThat(rule.documentation()).startsWith("# ").contains("https://");
                      assertThat(rule.title()).doesNotEndWith(".").hasSizeLessThan(80);
                    }));
  }

  @Test
  void everyFolderIsOfARule() throws IOException {
    assertThat(folders(FOLDER).map(it -> FOLDER.relativize(it).toString()))
        .isSubsetOf(rules().map(RuleInfo::id).toList());
  }

  private static Stream<RuleInfo> rules() {
    return ReviewRules.all().stream().flatMap(rule -> rule.rules().stream());
  }

  private static Stream<Path> folders(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(folder + " should hold cases", e);
    }
  }

  private static String expected(Path folder) {
    try {
      return Files.readString(folder.resolve("expected.txt"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(Path folder, String id) throws Exception {
    Path range = folder.resolve("releases.txt");
    ReleaseRange releases =
        ReleaseRange.parse(Files.exists(range) ? Files.readString(range).strip() : "1.21..1.27");
    SortedSet<Target> targets = new TreeSet<>();
    targets.addAll(Targets.known().select("linux/amd64,linux/386,windows/arm64", releases));
    ModuleTree tree = ModuleTree.discover(folder.resolve("tree"));
    Facts facts = new Judging(tree, targets, releases, ReleaseData.shipped()).run().facts();
    StringBuilder found = new StringBuilder();
    for (ReviewRule rule : ReviewRules.all()) {
      rule.check(facts).stream()
          .filter(it -> it.rule().id().equals(id))
          .map(CheckFinding::finding)
          .sorted()
          .forEach(it -> found.append(it).append('\n'));
    }
    if (Boolean.getBoolean("update")) {
      Files.writeString(folder.resolve("expected.txt"), found);
    }
    assertThat(found.toString()).isEqualTo(expected(folder));
  }
}
