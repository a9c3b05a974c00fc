package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void valuesKeepTheirPlacesAndTheirSpelling() {
    assertThat(read("a: [yes, '1']\nb: {c: ~}\n"))
        .contains(
            new Yaml.Fields(
                at(1, 1),
                List.of(
                    new Yaml.Field(
                        new Yaml.Scalar(at(1, 1), "a", true),
                        new Yaml.Items(
                            at(1, 4),
                            List.of(
                                new Yaml.Scalar(at(1, 5), "yes", true),
                                new Yaml.Scalar(at(1, 10), "1", false)))),
                    new Yaml.Field(
                        new Yaml.Scalar(at(2, 1), "b", true),
                        new Yaml.Fields(
                            at(2, 4),
                            List.of(
                                new Yaml.Field(
                                    new Yaml.Scalar(at(2, 5), "c", true),
                                    new Yaml.Scalar(at(2, 8), "~", true))))))));
  }

  @Test
  void columnsCountCharactersAndLinesMayEndInCrLf() {
    assertThat(read("'\uD83D\uDE00': &x 1\r\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("1:6: an anchor");
    problems.clear();
    assertThat(read("a: 1\r\nb: *c\r\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("2:4: an alias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: b: c          | 1:5: not YAML
          a: [1, 2         | 2:1: not YAML
          a: 'x            | 2:1: not YAML
          a: &x [1]        | 1:4: an anchor
          a: *x            | 1:4: an alias
          a: !!int 3       | 1:4: the tag
          a: !foo [3]      | 1:4: the tag
          ? [a]            | 1:3: a list as a key
          {a: 1, b: 2, a: 3} | 1:14: the key `a` a second time; it stands already at 1:2
          """)
  void whatRecipesDoNotNeedIsRefusedAtItsPlace(String text, String expected) {
    read(text + "\n");

    assertThat(problems).singleElement().asString().startsWith(expected);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(read("a: 1\n---\nb: 1\n")).isEmpty();
    assertThat(problems).containsExactly("2:1: a second document; expected one recipe");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(read("# nothing\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("1:1: the file is empty");
  }

  @Test
  void tabsForIndentationAreRefusedAtTheTab() {
    assertThat(read("a:\n\tb: 1\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("2:1: not YAML");
  }

  @Test
  void charactersThatYamlForbidsAreRefusedAtTheirPlace() {
    assertThat(read("a: 1\nbc\u0001: 2\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("2:3: a character");
  }

  @Test
  void deepNestingIsRefusedWithoutUsingTheStack() {
    assertThat(read("[".repeat(60_000))).isEmpty();
    assertThat(problems).containsExactly("1:18: nested more than 16 levels deep");
  }

  @Test
  void anAliasBombNeverGetsBig() {
    assertThat(read("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("1:4: an anchor");
  }

  private Optional<Yaml> read(String text) {
    return YamlReader.read(text, (position, message) -> problems.add(position + ": " + message));
  }

  private static Position at(int line, int column) {
    return new Position(line, column);
  }
}
