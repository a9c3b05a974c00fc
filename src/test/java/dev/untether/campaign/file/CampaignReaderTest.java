package dev.untether.campaign.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Campaign.Copies;
import dev.untether.campaign.Campaign.RecipeUse;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Source;
import dev.untether.campaign.Split;
import dev.untether.campaign.Wave;
import dev.untether.module.target.ReleaseRange;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a campaign file says, and what is said of a broken one. */
final class CampaignReaderTest {
  private static final String LEAST = "name: c\nsources: [{path: .}]\n";

  @TempDir private Path directory;

  @Test
  void twoKeysAreACampaign() {
    Campaign campaign = campaign(LEAST);

    assertThat(campaign.name()).isEqualTo("c");
    assertThat(campaign.sources()).containsExactly(new Source.Local(directory, List.of()));
    assertThat(campaign.recipes()).isEmpty();
    assertThat(campaign.go()).isEmpty();
    assertThat(campaign.targets()).isEmpty();
    assertThat(campaign.copies()).isEqualTo(Copies.REPORT);
    assertThat(campaign.split()).isEqualTo(new Split(Split.By.MODULE, 1, Split.ALL_FILES));
    assertThat(campaign.limits()).isEqualTo(new Limits(20, 50, List.of()));
    assertThat(campaign.optOut()).isEqualTo(".untether-ignore");
    assertThat(campaign.includeGenerated()).isFalse();
    assertThat(campaign.verify()).isFalse();
    assertThat(campaign.review().autoMerge()).isFalse();
    assertThat(campaign.review().owners()).isTrue();
  }

  @Test
  void everyKeyIsRead() throws IOException {
    Files.writeString(directory.resolve("list.txt"), "https://h/listed.git\n");
    Campaign campaign =
        campaign(
            """
            name: go1.27
            sources:
              - path: ../mono
                include: [services/*]
              - repository: git@h:team/app.git
                branch: stable
              - repositories: list.txt
              - organisation: group/sub
                server: https://h/gitlab/
                forge: gitlab
                include: "app-*"
            recipes:
              - release/go1.27
              - {id: optout-tag, options: {tag: untether, n: 3}}
            recipe-folder: ours
            go: 1.23..1.27
            targets: [linux/amd64, "darwin/*"]
            include-generated: true
            copies: migrate
            split: {by: owner, depth: 2, max-files: 7}
            wording: {branch: "b/<unit>", title: "<unit> of <owner>"}
            review: {draft: true, labels: [a, b], owners: false, reviewers: x, assignees: [y], auto-merge: true}
            limits:
              per-hour: none
              open: 3
              windows:
                - {days: [fri-mon, wed], from: "22:00", to: "06:00", zone: Asia/Tokyo}
                - {to: "24:00"}
            waves:
              - {name: canary, units: "a/*", gate: checks-passed}
              - {name: more, units: ["b/*", "c/*"]}
            verify: true
            opt-out: .no-bots
            exclude: third_party/**
            """);

    assertThat(campaign.sources())
        .containsExactly(
            new Source.Local(directory.resolveSibling("mono"), List.of("services/*")),
            new Source.Remote("git@h:team/app.git", Optional.of("stable")),
            new Source.Remote("https://h/listed.git", Optional.empty()),
            new Source.Organisation(
                "https://h/gitlab", Optional.of("gitlab"), "group/sub", List.of("app-*")));
    assertThat(campaign.recipes())
        .containsExactly(
            new RecipeUse("release/go1.27", Map.of()),
            new RecipeUse("optout-tag", Map.of("tag", "untether", "n", "3")));
    assertThat(campaign.recipeFolder()).contains(directory.resolve("ours"));
    assertThat(campaign.go()).contains(new ReleaseRange(23, 27));
    assertThat(campaign.targets()).contains("linux/amd64,darwin/*");
    assertThat(campaign.includeGenerated()).isTrue();
    assertThat(campaign.copies()).isEqualTo(Copies.MIGRATE);
    assertThat(campaign.split()).isEqualTo(new Split(Split.By.OWNER, 2, 7));
    assertThat(campaign.wording()).isEqualTo(new Campaign.Wording("b/<unit>", "<unit> of <owner>"));
    assertThat(campaign.review())
        .isEqualTo(
            new Campaign.ReviewRequest(
                true, List.of("a", "b"), false, List.of("x"), List.of("y"), true));
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    days.removeAll(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
    LocalTime midnight = LocalTime.MIDNIGHT;
    assertThat(campaign.limits())
        .isEqualTo(
            new Limits(
                Limits.NONE,
                3,
                List.of(
                    new Limits.Window(
                        days, LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tokyo")),
                    new Limits.Window(
                        EnumSet.allOf(DayOfWeek.class), midnight, midnight, ZoneId.of("UTC")))));
    assertThat(campaign.waves())
        .containsExactly(
            new Wave("canary", List.of("a/*"), Wave.Gate.CHECKS_PASSED),
            new Wave("more", List.of("b/*", "c/*"), Wave.Gate.MERGED));
    assertThat(campaign.verify()).isTrue();
    assertThat(campaign.optOut()).isEqualTo(".no-bots");
    assertThat(campaign.exclude()).containsExactly("third_party/**");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nam: x|3:1: error: unknown key `nam`; expected the keys of a campaign; nearest: name",
        "limits: {perhour: 3}|3:10: error: unknown key `perhour`; expected limits with the keys per-hour, open, windows; nearest: per-hour",
        "limits: {per-hour: 0}|3:20: error: `0`; expected a whole number from 1 on",
        "limits: {open: many}|3:16: error: `many`; expected a whole number from 1 on",
        "limits: 5|3:9: error: text; expected a mapping: limits with the keys",
        "limits: {windows: [{days: monday}]}|3:27: error: `monday` is no day; expected days such as mon, or mon-fri",
        "limits: {windows: [{days: mon-tue-wed}]}|3:27: error: `mon-tue-wed` is no day",
        "limits: {windows: [{from: \"24:00\"}]}|3:27: error: `24:00` is no time; expected a time such as \"09:00\"",
        "limits: {windows: [{from: 9am}]}|3:27: error: `9am` is no time",
        "limits: {windows: [{to: \"24:01\"}]}|3:25: error: `24:01` is no time",
        "limits: {windows: [{zone: Europe/Berlln}]}|3:27: error: `Europe/Berlln` is no time zone; expected such as Europe/Berlin; nearest: Europe/Berlin",
        "split: {by: team}|3:13: error: `team`; expected one of `repository`, `module`, `owner`",
        "split: {by: directory, depth: 0}|3:31: error: `0`; expected a whole number from 1 on",
        "copies: ignore|3:9: error: `ignore`; expected one of `report`, `migrate`",
        "verify: maybe|3:9: error: `maybe`; expected one of `true`, `false`",
        "go: 1.27..1.23|3:5: error: `1.27..1.23` are none; expected Go releases such as 1.23..1.27",
        "targets: linux/amd46|3:10: error: unknown target \"linux/amd46\"; nearest: linux/amd64",
        "recipes: [Not_An_Id]|3:11: error: `Not_An_Id` is not kebab-case",
        "recipes: [{options: {}}]|3:11: error: the key `id` is missing",
        "recipes: [{id: x, options: [y]}]|3:28: error: a list; expected options by name",
        "wording: {branch: fixed}|3:19: error: all units would share a branch; expected a template with <unit>",
        "wording: {branch: \"<unit>/<uint>\"}|3:19: error: not a template: ",
        "wording: {title: \"<unit\"}|3:18: error: not a template: ",
        "wording: {title: \"<unit>>>x()::=<<\"}|3:18: error: no more than 200 letters and no >>",
        "waves: [{units: x}]|3:9: error: the key `name` is missing; expected the name of a wave",
        "waves: [{name: a, units: x}, {name: a, units: y}]|3:30: error: a second wave `a`",
        "waves: [{name: a, units: x, gate: green}]|3:35: error: `green`; expected one of `opened`, `checks-passed`, `merged`",
        "opt-out: ../up|3:10: error: `../up` is none; expected the name of a file",
        "opt-out: ..|3:10: error: `..` is none; expected the name of a file",
        "exclude: []|3:10: error: an empty list; expected a pattern such as libs/**",
        "verify: &a true|3:9: error: an anchor",
        "verify: !!bool true|3:9: error: the tag",
        "name: d|3:1: error: the key `name` a second time",
        "verify: [|4:1: error: not YAML",
      })
  void aMistakeIsToldWithItsPlaceAndWhatWasExpected(String line, String message) {
    CampaignReader.Result result = read(LEAST + line + "\n");

    assertThat(result.campaign()).isEmpty();
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).toString())
        .startsWith("campaign.yaml:" + message)
        .endsWith("[campaign-file]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|1:1: error: the key `name` is missing; expected a name of letters",
        "''|1:1: error: the file is empty; expected keys such as `name` and `sources`",
        "name: 'a b'|1:7: error: `a b` is none; expected a name of up to 100 letters",
        "name: a..b|1:7: error: `..` or `.lock` in a name",
        "name: a.lock|1:7: error: `..` or `.lock` in a name",
        "name: -a|1:7: error: `-a` is none",
        "- name|1:1: error: a list; expected a mapping: the keys of a campaign",
      })
  void aFileThatIsNoCampaignIsRefused(String text, String message) {
    CampaignReader.Result result = read(text);

    assertThat(result.campaign()).isEmpty();
    assertThat(result.problems())
        .anyMatch(problem -> problem.toString().startsWith("campaign.yaml:" + message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x|text; expected a source such as `path: .`",
        "{}|no kind of source; expected exactly one of path, repository, repositories, organisation",
        "{path: ., organisation: o}|a source of several kinds; expected exactly one of",
        "{path: ., branch: b}|unknown key `branch`; expected a source with the keys path, include",
        "{repository: https://h/r, include: x}|unknown key `include`",
        "{repository: https://h/r, branch: a..b}|`a..b` is none; expected the name of a branch",
        "{repository: https://h/r, branch: --all}|`--all` is none; expected the name of a branch",
        "{repositories: missing.txt}|there is no such file; expected a file with the address",
        "{repositories: .}|it is not a file; expected a file with the address",
        "{organisation: a b}|`a b` is none; expected the name of an organisation",
        "{organisation: ../x}|`../x` is none; expected the name of an organisation",
        "{organisation: o, forge: gitea}|the key `server` is missing; expected the address of a server",
        "{organisation: o, forge: gihub}|`gihub`; expected one of `github`, `gitlab`",
        "{organisation: o, server: github.com}|`github.com` is no address; expected such as https://",
        "{organisation: o, server: 'ssh://h'}|is no address that we know; expected one that starts with https://",
      })
  void aSourceThatIsNoneIsRefused(String source, String message) {
    CampaignReader.Result result = read("name: c\nsources:\n  - " + source + "\n");

    assertThat(result.campaign()).isEmpty();
    assertThat(result.problems().get(0).toString())
        .startsWith("campaign.yaml:3:")
        .contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/owner/r.git",
        "https://h:8443/r",
        "http://localhost/r.git",
        "ssh://git@h:22/r",
        "git://h/r",
        "file:///srv/git/r.git",
        "git@h:owner/r.git",
        "h:owner/r.git",
      })
  void whatGitCanCloneIsAnAddress(String address) {
    assertThat(campaign("name: c\nsources: [{repository: '" + address + "'}]\n").sources())
        .containsExactly(new Source.Remote(address, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://s3cret@h/r",
        "https://user:s3cret@h/r",
        "https://:s3cret@h/r",
        "http://oauth2:s3cret@h/r",
        "ssh://git:s3cret@h/r",
        "user:s3cret@h:r",
        "https://h/r?private_token=s3cret",
        "https://h/r#s3cret",
      })
  void secretsAreRefusedAndNotRepeated(String address) {
    String source = "name: c\nsources: [{repository: '" + address + "'}]\n";
    String server = "name: c\nsources: [{organisation: o, server: '" + address + "'}]\n";

    for (String text : List.of(source, server)) {
      assertThat(read(text).campaign()).isEmpty();
      if (!address.startsWith("user:")) {
        assertThat(read(text).problems())
            .hasSize(1)
            .noneMatch(it -> it.message().contains("s3cret"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--upload-pack=touch /tmp/x",
        "-oProxyCommand=x",
        "ext::sh -c x",
        "ext::sh",
        "fd::7",
        "ftp://h/r",
        "javascript://h",
        "https://",
        "https:///r",
        "https://-oProxyCommand=x/r",
        "ssh://-oProxyCommand=x/r",
        "-oProxyCommand=x:r",
        "git@-oProxyCommand=x:r",
        "/srv/git/r",
        "../r",
        "https://h/a b",
        "%",
      })
  void whatIsNoAddressOrWouldRunSomethingIsRefused(String address) {
    CampaignReader.Result result = read("name: c\nsources: [{repository: '" + address + "'}]\n");

    assertThat(result.campaign()).isEmpty();
    assertThat(result.problems()).hasSize(1);
  }

  @Test
  void aListOfRepositoriesMayHaveCommentsAndBranches() throws IOException {
    Files.writeString(
        directory.resolve("list.txt"),
        "# ours\r\n\r\nhttps://h/a.git\r\n  https://h/b.git  stable # old\r\nhttps://h/a.git\n");

    assertThat(campaign("name: c\nsources: [{repositories: list.txt}]\n").sources())
        .containsExactly(
            new Source.Remote("https://h/a.git", Optional.empty()),
            new Source.Remote("https://h/b.git", Optional.of("stable")));
  }

  @Test
  void aMistakeInAListIsToldWithItsPlaceThere() throws IOException {
    Path list = directory.resolve("list.txt");
    Files.writeString(list, "https://h/a\n  https://user:s3cret@h/b\nhttps://h/c d e\n");

    List<Finding> problems = read("name: c\nsources: [{repositories: list.txt}]\n").problems();
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).toString())
        .startsWith(list + ":2:3: error: `https://…@h/b` holds a user name or password");
    assertThat(problems.get(1).toString())
        .startsWith(list + ":3:1: error: `https://h/c` has 3 words");
  }

  @Test
  void anEmptyListIsAMistake() throws IOException {
    Files.writeString(directory.resolve("list.txt"), "# none yet\n");

    assertThat(read("name: c\nsources: [{repositories: list.txt}]\n").problems()).hasSize(1);
  }

  @Test
  void allMistakesAreToldAtOnceUpToAScreenOfThem() {
    StringBuilder text = new StringBuilder(LEAST);
    for (int i = 0; i < 500; i++) {
      text.append("key").append(i).append(": x\n");
    }

    assertThat(read(text.toString()).problems()).hasSize(100);
  }

  @Test
  void pathsStartAtTheFile() throws IOException {
    Path file = Files.createDirectory(directory.resolve("sub")).resolve("campaign.yaml");
    Files.writeString(file, "name: c\nsources: [{path: ../x}, {path: .}, {path: /abs}]\n");

    assertThat(CampaignReader.read(file).campaign().orElseThrow().sources())
        .containsExactly(
            new Source.Local(directory.resolve("x"), List.of()),
            new Source.Local(directory.resolve("sub"), List.of()),
            new Source.Local(Path.of("/abs"), List.of()));
  }

  @Test
  void filesThatAreNoneOrTooLargeOrNoTextAreRefused() throws IOException {
    Path large = Files.write(directory.resolve("large"), new byte[CampaignReader.MOST_BYTES + 1]);
    Path bytes = Files.write(directory.resolve("bytes"), new byte[] {(byte) 0xff, 'a'});
    Path zero = Files.write(directory.resolve("zero"), new byte[1000]);

    assertThat(problem(directory)).contains("it is not a file");
    assertThat(problem(directory.resolve("missing"))).contains("there is no such file");
    assertThat(problem(large)).contains("it has more than 1048576 bytes");
    assertThat(problem(bytes)).contains("not UTF-8");
    assertThat(problem(zero)).contains("a character that YAML does not allow");
  }

  @Test
  void aDeepOrLongFileTakesNoTime() {
    String deep = "name: c\nsources: " + "[".repeat(200_000);
    String wide = LEAST + "exclude: [" + "x, ".repeat(200_000) + "x]\n";

    assertThat(read(deep).problems()).isNotEmpty();
    assertThat(read(wide).campaign().orElseThrow().exclude()).hasSize(200_001);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsDoneToAFileItIsReadOrRefused(int seed) throws IOException {
    String whole = Files.readString(Path.of("samples", "monorepo", "untether-campaign.yaml"));
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(20));
        text.replace(
            at, end, "{}[]:-\n \"'<>|&*!%@#x".substring(random.nextInt(20)).substring(0, 1));
      }
      CampaignReader.Result result = read(text.toString());
      assertThat(result.campaign().isPresent()).isEqualTo(result.problems().isEmpty());
    }
  }

  private static String problem(Path file) {
    CampaignReader.Result result = CampaignReader.read(file);
    assertThat(result.campaign()).isEmpty();
    assertThat(result.problems()).hasSize(1);
    return result.problems().get(0).toString();
  }

  private Campaign campaign(String text) {
    CampaignReader.Result result = read(text);
    assertThat(result.problems()).isEmpty();
    return result.campaign().orElseThrow();
  }

  private CampaignReader.Result read(String text) {
    return CampaignReader.read("campaign.yaml", SourceText.of(text), directory);
  }
}
