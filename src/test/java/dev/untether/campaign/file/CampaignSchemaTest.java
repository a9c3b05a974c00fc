package dev.untether.campaign.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Campaign.Copies;
import dev.untether.campaign.Split;
import dev.untether.campaign.Wave;
import dev.untether.report.json.Json;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors say of a campaign file is what the reader says. */
final class CampaignSchemaTest {
  private static final JsonSchema SCHEMA = JsonSchema.ofCampaigns();

  /** The least that a mapping needs. */
  private static final Map<String, String> LEAST =
      Map.of(
          "campaign", "'name': 'c', 'sources': [{'path': '.'}]",
          "path-source", "'path': '.'",
          "repository-source", "'repository': 'https://h/r'",
          "repositories-source", "'repositories': 'repositories.txt'",
          "organisation-source", "'organisation': 'o'",
          "recipe-use", "'id': 'optout-tag'",
          "wave", "'name': 'w', 'units': 'u'");

  @TempDir private Path directory;

  @BeforeEach
  void writesTheListThatExamplesName() throws IOException {
    Files.writeString(directory.resolve("repositories.txt"), "https://h/r\n");
  }

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of("campaign", Keys.CAMPAIGN, "%s"),
        Arguments.of("path-source", Keys.PATH_SOURCE, source()),
        Arguments.of("repository-source", Keys.REPOSITORY_SOURCE, source()),
        Arguments.of("repositories-source", Keys.REPOSITORIES_SOURCE, source()),
        Arguments.of("organisation-source", Keys.ORGANISATION_SOURCE, source()),
        Arguments.of("recipe-use", Keys.RECIPE, within("'recipes': [%s]")),
        Arguments.of("split", Keys.SPLIT, within("'split': %s")),
        Arguments.of("wording", Keys.WORDING, within("'wording': %s")),
        Arguments.of("review", Keys.REVIEW, within("'review': %s")),
        Arguments.of("limits", Keys.LIMITS, within("'limits': %s")),
        Arguments.of("window", Keys.WINDOW, within("'limits': {'windows': [%s]}")),
        Arguments.of("wave", Keys.WAVE, within("'waves': [%s]")));
  }

  private static String source() {
    return "{'name': 'c', 'sources': [%s]}";
  }

  private static String within(String key) {
    return "{'name': 'c', 'sources': [{'path': '.'}], " + key + "}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void schemaAndReaderHaveTheSameKeys(String name, List<String> keys, String place) {
    assertThat(properties(name).keySet()).as(place).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(definition(name).at("additionalProperties").isTrue()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void everyKeyIsDescribedAndHasExamplesThatBothAccept(
      String name, List<String> keys, String place) {
    for (String key : keys) {
      Json property = property(name, key);
      assertThat(property.at("description").text().orElse("")).as(key).endsWith(".");
      assertThat(property.at("examples").items()).as(key).isNotEmpty();
      for (Json example : property.at("examples").items()) {
        String text = file(name, place, key, written(example));
        assertThat(problems(text)).as(text).isEmpty();
        assertThat(mistakes(text)).as(text).isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void aDefaultSaysWhatIsSoWithoutIt(String name, List<String> keys, String place) {
    for (String key : keys) {
      Json standard = property(name, key).at("default");
      if (!standard.equals(Json.nothing())) {
        String text = file(name, place, key, written(standard));
        assertThat(campaign(text)).as(text).isEqualTo(campaign(file(name, place, "", "")));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void bothRefuseOtherKeysAndValuesOfTheWrongKind(String name, List<String> keys, String place) {
    String unknown = file(name, place, "no-such-key", "1");
    assertThat(problems(unknown)).isNotEmpty();
    assertThat(mistakes(unknown)).isNotEmpty();
    for (String key : keys) {
      for (String wrong : List.of("''", "[[['x']]]", "{'no-such-key': {'x': 1}}")) {
        String text = file(name, place, key, wrong);
        assertThat(problems(text)).as(text).isNotEmpty();
        assertThat(mistakes(text)).as(text).isNotEmpty();
      }
    }
  }

  @Test
  void bothKnowTheSameWords() {
    assertThat(words("campaign", "copies")).isEqualTo(Keys.words(Copies.class));
    assertThat(words("split", "by")).isEqualTo(Keys.words(Split.By.class));
    assertThat(words("wave", "gate")).isEqualTo(Keys.words(Wave.Gate.class));
    assertThat(words("organisation-source", "forge")).isEqualTo(Keys.FORGES);
  }

  @Test
  void everySourceIsOfExactlyOneKind() {
    assertThat(SCHEMA.definition("source").at("oneOf").items()).hasSize(Keys.SOURCE.size());
    for (String text : List.of("{'include': 'x'}", "{'path': '.', 'repository': 'https://h/r'}")) {
      assertThat(problems(String.format(source(), text))).isNotEmpty();
      assertThat(mistakes(String.format(source(), text))).isNotEmpty();
    }
  }

  @Test
  void keysThatMustBeThereAreMissedByBoth() {
    for (String text :
        List.of(
            "{'sources': [{'path': '.'}]}",
            "{'name': 'c'}",
            "{'name': 'c', 'sources': []}",
            within("'waves': [{'name': 'w'}]"),
            within("'waves': [{'units': 'u'}]"),
            within("'recipes': [{'options': {}}]"))) {
      assertThat(problems(text)).as(text).isNotEmpty();
      assertThat(mistakes(text)).as(text).isNotEmpty();
    }
  }

  @Test
  void everyExampleOfTheDocumentationIsAccepted() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher blocks =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("src", "docs", "batch.md")));
    while (blocks.find()) {
      examples.add(blocks.group(1));
    }
    examples.add(Files.readString(Path.of("samples", "monorepo", "untether-campaign.yaml")));

    assertThat(examples).hasSize(3);
    for (String example : examples) {
      assertThat(problems(example)).isEmpty();
      assertThat(mistakes(example)).isEmpty();
    }
  }

  /** The second example shows every key, and every default but those of the waves. */
  @Test
  void theDocumentationShowsEveryKey() throws IOException {
    String page = Files.readString(Path.of("src", "docs", "batch.md"));

    mappings()
        .flatMap(mapping -> ((List<?>) mapping.get()[1]).stream())
        .forEach(key -> assertThat(page).contains(key + ":"));
  }

  private Json definition(String name) {
    return name.equals("campaign") ? SCHEMA.root() : SCHEMA.definition(name);
  }

  private Map<String, Json> properties(String name) {
    return new TreeMap<>(JsonSchema.fields(definition(name).at("properties")));
  }

  private Json property(String name, String key) {
    return definition(name).at("properties").at(key);
  }

  private List<String> words(String name, String key) {
    return property(name, key).at("enum").items().stream()
        .map(word -> word.text().orElseThrow())
        .toList();
  }

  /** Returns a file that has the key in a mapping of that name, and else the least. */
  private static String file(String name, String place, String key, String value) {
    String least = LEAST.getOrDefault(name, "");
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : least.split(", (?=')", -1)) {
      int colon = field.indexOf(':');
      if (colon > 0) {
        fields.put(field.substring(1, colon - 1), field.substring(colon + 2));
      }
    }
    if (!key.isEmpty()) {
      fields.put(key, value);
    }
    // One of these needs the address of its server.
    if (key.equals("forge") && value.contains("git") && !value.contains("github")) {
      fields.put("server", "'https://h'");
    }
    String mapping =
        fields.entrySet().stream()
            .map(field -> "'" + field.getKey() + "': " + field.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return String.format(place, mapping);
  }

  private List<String> problems(String text) {
    return read(text).problems().stream().map(Object::toString).toList();
  }

  private Campaign campaign(String text) {
    return read(text).campaign().orElseThrow(() -> new AssertionError(problems(text)));
  }

  private CampaignReader.Result read(String text) {
    return CampaignReader.read("campaign.yaml", SourceText.of(text), directory);
  }

  private static List<String> mistakes(String yaml) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.mistakes(json(value));
  }

  private static Json json(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Json> fields = new LinkedHashMap<>();
      map.forEach((key, field) -> fields.put(String.valueOf(key), json(field)));
      return new Json.Fields(fields);
    }
    if (value instanceof List<?> list) {
      return new Json.Items(list.stream().map(CampaignSchemaTest::json).toList());
    }
    if (value instanceof Number || value instanceof Boolean) {
      return new Json.Scalar(
          value.toString(), value instanceof Number ? Json.Kind.NUMBER : Json.Kind.BOOL);
    }
    return new Json.Scalar(String.valueOf(value), Json.Kind.TEXT);
  }

  /** Returns a value as YAML. */
  private static String written(Json value) {
    if (value instanceof Json.Fields fields) {
      return fields.values().entrySet().stream()
          .map(field -> "'" + field.getKey() + "': " + written(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Json.Items items) {
      return items.values().stream()
          .map(CampaignSchemaTest::written)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    Json.Scalar scalar = (Json.Scalar) value;
    return scalar.kind() == Json.Kind.TEXT
        ? "'" + scalar.spelling().replace("'", "''") + "'"
        : scalar.spelling();
  }
}
