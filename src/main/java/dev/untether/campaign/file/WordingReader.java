package dev.untether.campaign.file;

import dev.untether.campaign.Campaign.Wording;
import dev.untether.recipe.folder.ValueReader;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.template.GroupText;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Rendering;
import dev.untether.recipe.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the templates of branches and titles, and tries them. */
final class WordingReader {
  static final String BRANCH = "untether/<campaign>/<unit>";
  static final String TITLE = "<campaign>: cut ties to the insides of Go's standard library";

  private static final String ATTRIBUTES = "campaign, unit, owner, module, recipes";
  private static final String NAME = "wording";
  private static final int LONGEST = 200;

  private final Problems.Reporter problems;
  private final ValueReader values;

  WordingReader(Problems.Reporter problems) {
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  static Wording standard() {
    return new Wording(BRANCH, TITLE);
  }

  Optional<Wording> read(Yaml value) {
    return Mapping.of(value, "templates with the keys branch and title", Keys.WORDING, problems)
        .map(
            mapping ->
                new Wording(
                    mapping.get("branch", this::branch).orElse(BRANCH),
                    mapping.get("title", it -> template(it, "Tidy <unit>")).orElse(TITLE)));
  }

  /** Returns the template of branches: two units must not get the same one. */
  private Optional<String> branch(Yaml value) {
    Optional<String> template = template(value, BRANCH);
    if (template.isPresent()
        && rendered(template.get(), "one").text().equals(rendered(template.get(), "two").text())) {
      values.error(
          value,
          "all units would share a branch; expected a template with <unit>, such as " + BRANCH);
      return Optional.empty();
    }
    return template;
  }

  private Optional<String> template(Yaml value, String example) {
    String what = "a template such as " + example + "; it may name <" + ATTRIBUTES + ">";
    Optional<String> text = values.line(value, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST || text.get().contains(">>")) {
      values.error(
          value, "no more than " + LONGEST + " letters and no >> may be here; expected " + what);
      return Optional.empty();
    }
    Rendering tried = rendered(text.get(), "one");
    if (tried.text().filter(it -> !it.isBlank()).isEmpty()) {
      String why =
          tried.findings().isEmpty() ? "it makes nothing" : tried.findings().get(0).message();
      values.error(value, "not a template: " + why + "; expected " + what);
      return Optional.empty();
    }
    return text;
  }

  private static Rendering rendered(String template, String unit) {
    String group = NAME + "(" + ATTRIBUTES + ") ::= <<\n" + template + "\n>>\n";
    Problems found = new Problems();
    Templates templates = Templates.compile(List.of(new GroupText(NAME + ".stg", group)), found);
    if (!found.isEmpty()) {
      return new Rendering(Optional.empty(), found.sorted());
    }
    return templates.render(
        NAME,
        Map.of(
            "campaign",
            "campaign",
            "unit",
            unit,
            "owner",
            "@owner-of-" + unit,
            "module",
            "modules/" + unit,
            "recipes",
            List.of("recipe")));
  }
}
