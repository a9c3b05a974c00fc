package dev.untether.forge.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.untether.forge.ForgeKind;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OwnersTest {

  private static Owners parse(Dialect dialect, String... lines) {
    return Owners.parse(dialect, "CODEOWNERS", SourceText.of(String.join("\n", lines)));
  }

  private static List<String> messages(Owners owners) {
    return owners.findings().stream().map(Finding::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "*, a.go",
    "*, a/b/c.go",
    "*.go, a.go",
    "*.go, a/b/c.go",
    "/*.go, a.go",
    "docs/, docs/a.md",
    "docs/, x/docs/y/a.md",
    "/docs/, docs/y/a.md",
    "docs, docs/a.md",
    "docs, x/docs",
    "/docs, docs/a/b",
    "docs/*, docs/a.md",
    "/*, a.go",
    "a/b, a/b",
    "a/b, a/b/c",
    "**/logs, a/b/logs/c",
    "**/logs, logs",
    "a/**, a/b/c",
    "a/**/b, a/b",
    "a/**/b, a/x/y/b/c",
    "/a/*/c, a/b/c",
    "a?c, abc",
    "a\\ b/, a b/c",
    "*.go, x.go/y",
    "a**c, abbc",
    "/**, a",
    "a\\#b, a#b",
    "a#b, a#b",
  })
  void gitHubPatternOwns(String pattern, String path) {
    assertThat(parse(Dialect.GITHUB, pattern + " @a").of(path)).containsExactly("@a");
  }

  @ParameterizedTest
  @CsvSource({
    "*.go, a.golang",
    "/*.go, a/b.go",
    "docs/, docs",
    "/docs/, x/docs/a",
    "docs/*, docs/a/b.md",
    "/*, a/b.go",
    "a/b, x/a/b",
    "a/**, a",
    "a?c, a/c",
    "*.go, A.GO",
    "a/*/c, a/c",
    "docs, mydocs/a",
    "**/logs, mylogs",
    "a**c, ab/c",
    "/, a",
  })
  void gitHubPatternDoesNotOwn(String pattern, String path) {
    assertThat(parse(Dialect.GITHUB, pattern + " @a").of(path)).isEmpty();
  }

  @Test
  void onGitHubTheLastRuleCountsAlsoWithoutOwners() {
    Owners owners =
        parse(
            Dialect.GITHUB,
            "\ufeff# everything\r",
            "* @all  # and more\r",
            "",
            "\t*.go\t@go  @org/team go@example.com @go",
            "/apps/ @apps",
            "/apps/github");

    assertThat(owners.of("a.txt")).containsExactly("@all");
    assertThat(owners.of("/a.go")).containsExactly("@go", "@org/team", "go@example.com");
    assertThat(owners.of("apps/a.go")).containsExactly("@apps");
    assertThat(owners.of("apps/github/a.go")).isEmpty();
    assertThat(owners.findings()).isEmpty();
    assertThat(owners.reviewers(List.of("a.go", "a.txt", "b.go")))
        .containsExactly("go", "org/team", "all");
  }

  @Test
  void onGitHubLinesThatAreWrongArePassedOver() {
    Owners owners =
        parse(
            Dialect.GITHUB,
            "* @all",
            "!a @x",
            "  [ab] @x",
            "\\#a @x",
            "a @x someone",
            "a @@developer",
            "a @o/t/u @x y");

    assertThat(owners.of("a")).containsExactly("@all");
    assertThat(messages(owners))
        .hasSize(6)
        .satisfies(
            all -> {
              assertThat(all.get(0)).startsWith("CODEOWNERS:2:1: warning: expected no negated");
              assertThat(all.get(1)).startsWith("CODEOWNERS:3:3: warning: expected no brackets");
              assertThat(all.get(2)).contains(":4:1:").contains("starts with `\\#`");
              assertThat(all.get(3)).contains(":5:6:").contains("@user, @org/team");
              assertThat(all.get(4)).endsWith("passes over the line [codeowners]");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "*, a/b/.c",
    "README.md, x/README.md",
    "/README.md, README.md",
    "docs/, x/docs/a/b",
    "/docs/, docs/.hidden",
    "/docs/**/i.md, docs/i.md",
    "/docs/**/i.md, docs/a/b/i.md",
    "/docs/*, docs/a",
    "/docs/**, docs/a",
    "[ab].go, x/a.go",
    "[!ab].go, c.go",
    "[^ab].go, c.go",
    "[a-c]x, bx",
    "a\\*, a*",
    "\\#a, #a",
    "a\\ b, a b",
    "x?z, xyz",
    "internal/a, x/internal/a",
    "[]a]b, ]b",
    "[\\]]b, ]b",
  })
  void gitLabPatternOwns(String pattern, String path) {
    assertThat(parse(Dialect.GITLAB, pattern + " @a").of(path)).containsExactly("@a");
  }

  @ParameterizedTest
  @CsvSource({
    "docs, docs/a",
    "/README.md, x/README.md",
    "/docs/*, docs/a/b",
    "/docs/**, docs/a/b",
    "/docs/, x/docs/a",
    "*.rb, a.rb/c",
    "[ab].go, c.go",
    "[!ab].go, a.go",
    "x?z, x/z",
    "[ab, a",
    "a{b,c}, ab",
  })
  void gitLabPatternDoesNotOwn(String pattern, String path) {
    assertThat(parse(Dialect.GITLAB, pattern + " @a").of(path)).isEmpty();
  }

  @Test
  void onGitLabTheLastRuleOfEachSectionCounts() {
    Owners owners =
        parse(
            Dialect.GITLAB,
            "* @all",
            "[Docs][2] @docs @@maintainer",
            "docs/",
            "README.md @readme docs@example.com",
            "^[Go code] @gophers",
            "*.go",
            "/tools/*.go @group/sub/team",
            "[DOCS]",
            "*.txt @text");

    assertThat(owners.findings()).isEmpty();
    assertThat(owners.of("x.c")).containsExactly("@all");
    assertThat(owners.of("docs/x")).containsExactly("@all", "@docs", "@@maintainer");
    assertThat(owners.of("docs/README.md")).containsExactly("@all", "@readme", "docs@example.com");
    assertThat(owners.of("docs/a.go")).containsExactly("@all", "@docs", "@@maintainer", "@gophers");
    assertThat(owners.of("docs/a.txt")).containsExactly("@all", "@text");
    assertThat(owners.of("tools/a.go")).containsExactly("@all", "@group/sub/team");
    assertThat(owners.reviewers(List.of("docs/README.md", "docs/x")))
        .containsExactly("all", "readme", "docs");
  }

  @Test
  void onGitLabExclusionsHoldInTheirSectionWhereverTheyStand() {
    Owners owners =
        parse(
            Dialect.GITLAB,
            "* @all",
            "!*.rb",
            "/special/*.rb @ruby",
            "[Ruby]",
            "*.rb @ruby-team",
            "!/config/**/*.rb");

    assertThat(owners.of("a.c")).containsExactly("@all");
    assertThat(owners.of("special/a.rb")).containsExactly("@ruby-team");
    assertThat(owners.of("config/x/a.rb")).isEmpty();
    assertThat(owners.findings()).isEmpty();
  }

  @Test
  void onGitLabWhatIsWrongIsReportedAndTheRestCounts() {
    Owners owners =
        parse(
            Dialect.GITLAB,
            "a @x someone @y # @z",
            "[Section name",
            "[]",
            "[Other][x] @o",
            "b",
            "[Bare]",
            "c");

    assertThat(owners.of("a")).containsExactly("@x", "@y", "@z");
    assertThat(owners.of("b")).containsExactly("@o");
    assertThat(owners.of("c")).isEmpty();
    assertThat(messages(owners))
        .anyMatch(message -> message.contains(":1:6:") && message.contains("passes over it"))
        .anyMatch(message -> message.contains(":1:17:") && message.contains("no comments"))
        .anyMatch(message -> message.contains(":2:1:") && message.contains("takes it for a rule"))
        .anyMatch(message -> message.contains(":3:1:") && message.contains("not the heading"))
        .anyMatch(message -> message.contains(":4:9:") && message.contains("number of approvals"))
        .anyMatch(message -> message.contains(":7:1:") && message.contains("nobody owns"));
  }

  @Test
  void onGiteaAllRulesThatMatchCount() {
    Owners owners =
        parse(
            Dialect.GITEA,
            ".*\\\\.go @go @org/team # comment",
            "# comment",
            "src/.* go other",
            "!src/.* @outside",
            "with\\#hash @h",
            "with\\ space @s",
            "a|b @ab");

    assertThat(owners.findings()).isEmpty();
    assertThat(owners.of("src/a.go")).containsExactly("@go", "@org/team", "@other");
    assertThat(owners.of("src/ago")).containsExactly("@go", "@other");
    assertThat(owners.of("with#hash")).containsExactly("@outside", "@h");
    assertThat(owners.of("with space")).containsExactly("@outside", "@s");
    assertThat(owners.of("another")).as("^a|b$").containsExactly("@outside", "@ab");
    assertThat(owners.of("x/a.gone")).containsExactly("@outside");
  }

  @Test
  void onGiteaWhatIsWrongIsReportedAndPassedOver() {
    Owners owners =
        parse(
            Dialect.GITEA,
            "alone",
            "(open @a",
            "\\\\pL @a",
            "x @o/t/u",
            "y @o/t/u @b",
            "z mail@x.y");

    assertThat(owners.of("x")).isEmpty();
    assertThat(owners.of("y")).containsExactly("@b");
    assertThat(messages(owners))
        .hasSize(6)
        .anyMatch(message -> message.contains(":1:1:") && message.contains("expected owners"))
        .anyMatch(message -> message.contains(":2:1:") && message.contains("missing `)`"))
        .anyMatch(message -> message.contains(":3:1:") && message.contains("not understood"))
        .anyMatch(message -> message.contains(":6:1:") && message.contains("mail@x.y"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void filesThatAreNoTextOrTooLargeHaveNoOwners(Dialect dialect) {
    byte[] latin1 = {'*', ' ', '@', (byte) 0xe9};
    String large = "* @a\n".repeat(700_000);

    for (SourceText text :
        List.of(SourceText.of(latin1), SourceText.of("* @a\0"), SourceText.of(large))) {
      Owners owners = Owners.parse(dialect, "docs/CODEOWNERS", text);
      assertThat(owners.of("a")).isEmpty();
      assertThat(messages(owners))
          .singleElement()
          .asString()
          .startsWith("docs/CODEOWNERS: warning");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void emptyFilesSayNothing(Dialect dialect) {
    assertThat(parse(dialect, "", "  ", "#").of("a")).isEmpty();
    assertThat(parse(dialect, "", "  ", "#").findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void manyMistakesAreNotAllTold(Dialect dialect) {
    assertThat(parse(dialect, "[( x\n".repeat(100_000)).findings()).hasSize(100);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void thousandRulesForAThousandFilesAreNoWork(Dialect dialect) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      rules.append("dir").append(i).append("/.*").append("*a".repeat(20)).append(" @u").append(i);
      rules.append('\n');
    }
    Owners owners = parse(dialect, rules.toString().replace("**", "*"));

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 1_000; i++) {
            owners.of("x/y/dir" + i % 1_000 + "/some/file" + i + ".go");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"GITHUB", "GITLAB"})
  void evilGlobsAreMatchedInBoundedTime(Dialect dialect) {
    Owners owners = parse(dialect, "*a".repeat(400) + "b @x", "**/a/".repeat(150) + "b @y");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(owners.of("a".repeat(4_000))).isEmpty();
          assertThat(owners.of("a/".repeat(2_000) + "c")).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "@a, PERSON, a, a",
    "@a-b_c.d, PERSON, a-b_c.d, a-b_c.d",
    "@o/t, TEAM, o/t, o/t",
    "@g/s/t, TEAM, g/s/t, g/s/t",
    "@@developer, ROLE, developer,",
    "a@b.c, MAIL, a@b.c,",
  })
  void ownerIsPersonTeamRoleOrAddress(String text, Owner.Kind kind, String name, String reviewer) {
    Owner owner = Owner.of(text).orElseThrow();

    assertThat(owner).isEqualTo(new Owner(kind, name));
    assertThat(owner.reviewer()).isEqualTo(Optional.ofNullable(reviewer));
  }

  @ParameterizedTest
  @CsvSource({"a", "@", "@@", "@a/", "@/a", "@a b", "@a?x=1", "@../..", "@a/..", "a@b@c", "@a@b"})
  void othersAreNoOwners(String text) {
    assertThat(Owner.of(text)).isEmpty();
  }

  @Test
  void placesAreThoseOfTheForge() {
    assertThat(Dialect.of(ForgeKind.GITHUB).orElseThrow().places())
        .startsWith(".github/CODEOWNERS");
    assertThat(Dialect.of(ForgeKind.GITLAB).orElseThrow().places()).contains(".gitlab/CODEOWNERS");
    assertThat(Dialect.of(ForgeKind.GITEA).orElseThrow().places()).contains(".forgejo/CODEOWNERS");
    assertThat(Dialect.of(ForgeKind.GERRIT)).isEmpty();
  }
}
