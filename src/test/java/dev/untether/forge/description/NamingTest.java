package dev.untether.forge.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.forge.description.Naming.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamingTest {
  private static final Naming NAMING =
      Naming.of("untether/<campaign>/<unit>", "Cut runtime ties in <unit>");

  private static Unit unit(String unit) {
    return new Unit("go1.27", unit, "org/team", "example.com/m", List.of("a", "b"));
  }

  private static List<String> branches(String... units) {
    return NAMING.branches(Stream.of(units).map(NamingTest::unit).toList());
  }

  @Test
  void templatesNameAttributes() {
    Naming naming =
        Naming.of(
            "<campaign>-<recipes; separator=\"_\"><if(owner)>-<owner><endif>",
            "[<module>] \"<recipes; separator=\", \">\" for <owner>");

    assertThat(naming.branches(List.of(unit("u")))).containsExactly("go1.27-a_b-org-team");
    assertThat(naming.title(unit("u"))).isEqualTo("[example.com/m] \"a, b\" for org/team");
    assertThat(naming.branches(List.of(new Unit("c", "u", "", "", List.of("a")))))
        .containsExactly("c-a");
  }

  @ParameterizedTest
  @CsvSource({
    "mod, untether/go1.27/mod",
    "a/b/c, untether/go1.27/a-b-c",
    "'a b~c^d:e?f*g[h\\i@{j', untether/go1.27/a-b-c-d-e-f-g-h-i-j",
    "..a..b.., untether/go1.27/a.b",
    "-x-, untether/go1.27/x",
    "a.lock, untether/go1.27/a-lock",
    "größe, untether/go1.27/gr-e",
    "'a\nb', untether/go1.27/a-b",
    "HEAD, untether/go1.27/head",
  })
  void branchesAreNamesThatGitTakes(String unit, String branch) {
    assertThat(branches(unit)).containsExactly(branch);
    assertThat(Repository.isValidRefName("refs/heads/" + branch)).isTrue();
  }

  @Test
  void collidingNamesGetADigestOfTheUnit() {
    List<String> branches = branches("a/b", "a-b", "A-b", "c");

    assertThat(branches).doesNotHaveDuplicates().element(3).isEqualTo("untether/go1.27/c");
    assertThat(branches.subList(0, 3)).allMatch(name -> name.matches("(?i).*/a-b-[0-9a-f]{8}"));
    assertThat(branches("c", "a-b", "a/b", "A-b").get(1)).isEqualTo(branches.get(1));
  }

  @Test
  void noBranchIsAFolderOfAnother() {
    Naming naming = Naming.of("<unit><if(owner)>/<owner><endif>", "t");

    List<String> branches =
        naming.branches(
            List.of(new Unit("c", "x", "", "", List.of()), new Unit("c", "x", "o", "", List.of())));

    assertThat(branches.get(0)).matches("x-[0-9a-f]{8}");
    assertThat(branches.get(1)).isEqualTo("x/o");
  }

  @Test
  void longNamesAreCutAndStayDifferent() {
    String deep = "deep/".repeat(60);

    List<String> branches = branches(deep + "a", deep + "b");

    assertThat(branches).doesNotHaveDuplicates().allMatch(name -> name.length() <= 100);
    assertThat(branches("x".repeat(84)).get(0)).hasSize(100).endsWith("x".repeat(84));
    assertThat(branches("x".repeat(85)).get(0)).hasSize(100).matches(".*-[0-9a-f]{8}");
  }

  @Test
  void tenThousandUnitsHaveTenThousandBranches() {
    String[] units =
        IntStream.range(0, 10_000).mapToObj(i -> "m" + i % 5 + "/" + i).toArray(String[]::new);

    assertThat(branches(units).stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<units>",
        "<unit.length>",
        "<if(owner)><foo><endif>",
        "<if(owner)>x<else><foo><endif>",
        "<unit",
        "<other()>",
        "",
        "a\nb",
        "x\\\" evil() ::= \"",
        "<unit:{u | <u.class>}>",
      })
  void wrongTemplatesAreRefusedWithWhatTheyMayName(String template) {
    assertThatThrownBy(() -> Naming.of("b", template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the title template")
        .hasMessageContaining(
            template.startsWith("<")
                ? "<campaign>, <unit>, <owner>, <module>, <recipes>"
                : "one line");
  }

  @Test
  void unknownAttributeIsNamed() {
    assertThatThrownBy(() -> Naming.of("x/<modul>", "t"))
        .hasMessageContaining("the branch template")
        .hasMessageContaining("modul");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "...", "<owner>", "\u00e4"})
  void branchWithoutLettersAndDigitsIsRefused(String template) {
    assertThatThrownBy(() -> Naming.of(template, "t")).hasMessageContaining("gives no name");
  }

  @Test
  void titleIsOneLineWhateverTheUnitIsCalled() {
    assertThat(NAMING.title(unit("a\n\u202eb\u0000")))
        .isEqualTo("Cut runtime ties in a \ufffdb\ufffd");
    assertThat(NAMING.title(unit("x".repeat(5_000)))).hasSize(200).endsWith("\u2026");
  }
}
