package dev.untether.recipe.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
  private final Problems problems = new Problems();

  @Test
  void theMostSpecificTemplateIsChosen() {
    Templates templates =
        compile(
            """
            t() ::= "any"
            t_ppc64x() ::= "family"
            t_ppc64le() ::= "one"
            """);

    assertThat(text(templates, "t", "ppc64le")).isEqualTo("one");
    assertThat(text(templates, "t", "ppc64")).isEqualTo("family");
    assertThat(text(templates, "t", "s390x")).isEqualTo("any");
  }

  @Test
  void attributesAreTextNumbersBooleansListsAndMaps() {
    Templates templates =
        compile("t(s, n, b, l, m) ::= \"<s> <n> <if(b)>yes<endif> <l; separator={,}> <m.k>\"\n");
    Map<String, Object> attributes =
        Map.of("s", "x", "n", 3, "b", true, "l", List.of("p", "q"), "m", Map.of("k", "v"));

    assertThat(templates.render("t", "arm", attributes).text()).contains("x 3 yes p,q v");
  }

  @Test
  void linesEndInLfOnEverySystem() {
    Templates templates = compile("t() ::= <<\none\n  two\n>>\n");

    assertThat(text(templates, "t", "arm")).isEqualTo("one\n  two");
  }

  @Test
  void anythingElseThanDataIsRefusedAsAttribute() {
    Templates templates = compile("t(a) ::= \"<a.class>\"\n");

    for (Object value : List.of(Path.of("/"), new Object(), List.of(Path.of("/")))) {
      assertThatThrownBy(() -> templates.render("t", "arm", Map.of("a", value)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"class", "bytes", "empty", "length", "class.name"})
  void javaObjectsHaveNoProperties(String property) {
    Templates templates = compile("t(a) ::= <<\nx <a." + property + ">\n>>\n");

    assertThat(templates.render("t", "arm", Map.of("a", "text")).text()).isEmpty();
    assertThat(findings(templates, Map.of("a", "text")))
        .anyMatch(
            finding -> finding.startsWith("t.stg:2:") && finding.contains("no such property"));
  }

  @Test
  void groupsCannotBeImported() {
    for (String file : List.of("other.stg", "/etc/passwd", "https://example.com/x.stg")) {
      var found = new Problems();
      Templates.compile(
          List.of(new GroupText("t.stg", "\nimport \"" + file + "\"\nt() ::= \"x\"\n")), found);

      assertThat(found.sorted())
          .singleElement()
          .hasToString(
              "t.stg:2:8: error: an import; expected all templates in the recipe's own folder"
                  + " [recipe-template]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t() ::= "<a b>"                | t.stg:1:13: error:
          t() ::= "a <if(x)> b"          | t.stg:1:21: error:
          t() ::= "a<>b"                 | t.stg:1:11: error:
          t() ::= "ab" oops              | t.stg:1:14: error:
          t() ::= "<nofunction(;)>"      | t.stg:1:22: error:
          t() = "x"                      | t.stg:1:5: error:
          t(a,a) ::= "x"                 | t.stg:1:5: error:
          t() ::= "x" t() ::= "y"        | t.stg:1:13: error:
          t() ::= "\\"\\" <a b>"         | t.stg:1:18: error:
          """)
  void mistakesInAGroupAreReportedAtTheirPlace(String text, String expected) {
    compile(text + "\n");

    assertThat(problems.sorted()).isNotEmpty();
    assertThat(problems.sorted().get(0).toString()).startsWith(expected);
  }

  @Test
  void placesInTemplatesOfSeveralLinesAreThoseOfTheFile() {
    compile("// one\nt() ::= <<\nfirst\n  second <a b>\n>>\n");
    assertThat(problems.sorted()).extracting(Finding::position).first().hasToString("4:13");
  }

  @Test
  void placesInTemplatesWithCrLfAreThoseOfTheFile() {
    compile("// one\r\nt() ::= <<\r\nfirst\r\n  second <a b>\r\n>>\r\n");
    assertThat(problems.sorted()).extracting(Finding::position).first().hasToString("4:13");
  }

  @Test
  void mistakesOfASecondFileNameThatFile() {
    Templates.compile(
        List.of(
            new GroupText("a.stg", "delimiters \"$\", \"$\"\na() ::= \"$x$\"\n"),
            new GroupText("b.stg", "b() ::= \"<x y>\"\na() ::= \"again\"\n")),
        problems);

    assertThat(problems.sorted())
        .extracting(finding -> finding.path() + ":" + finding.position())
        .containsExactly("b.stg:1:13", "b.stg:2:1");
  }

  @Test
  void whatGoesWrongInARenderingIsReportedAtItsPlace() {
    Templates templates = compile("t(a) ::= <<\none\n<a> <b>\n>>\n\nu() ::= \"x\"\n");

    assertThat(findings(templates, Map.of("a", "x")))
        .containsExactly("t.stg:3:6: error: attribute b isn't defined [recipe-template]");
  }

  @Test
  void aCallOfATemplateThatIsNotThereIsReported() {
    Templates templates = compile("t() ::= \"<nowhere()>\"\n");

    assertThat(findings(templates, Map.of()))
        .singleElement()
        .asString()
        .startsWith("t.stg:1:11: error: no such template: /nowhere");
  }

  @Test
  void missingAndUnknownAttributesAreReportedRatherThanLeftOut() {
    Templates templates = compile("\nt(slot, g={g}) ::= \"<slot> <g>\"\n");

    assertThat(text(templates, "t", "arm", Map.of("slot", "x"))).isEqualTo("x g");
    assertThat(findings(templates, Map.of()))
        .containsExactly(
            "t.stg:2:1: error: the template `t` declares (slot, g) but is given ()"
                + " [recipe-template]");
    assertThat(findings(templates, Map.of("slot", "x", "h", "y"))).hasSize(1);
  }

  @Test
  void anUnknownTemplateIsReported() {
    assertThat(compile("t() ::= \"\"\n").render("u", "arm", Map.of()).findings())
        .extracting(Finding::message)
        .containsExactly("no template `u` for `arm`");
  }

  @Test
  @Timeout(20)
  void endlessRecursionIsStoppedAtItsPlace() {
    Templates templates = compile("t() ::= <<\na\n<t()>\n>>\n");

    assertThat(findings(templates, Map.of()))
        .containsExactly(
            "t.stg:3:1: error: templates call each other too deeply [recipe-template]");
  }

  @ParameterizedTest
  @Timeout(20)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t(n) ::= "<[n,n,n,n,n,n,n,n]:u()>"  | u(n) ::= "<[1,1,1,1,1,1,1,1]:v()>"
          t(n) ::= "<u([n,n])>"               | u(n) ::= "<u([n,n])>"
          t(n) ::= "<u({<n><n>})>"            | u(n) ::= "<u({<n><n>})>"
          t(n) ::= "<u(trim({<n><n>}))>"      | u(n) ::= "<u(trim({<n><n>}))>"
          t(n) ::= "<n>"                      | u(n) ::= "<n>"
          """)
  void expensiveRenderingsEndSoon(String first, String second) {
    Templates templates =
        compile(first + "\n" + second + "\nv(n) ::= \"<[1,1,1,1,1,1,1,1]:u()>\"\n");

    Rendering rendering = templates.render("t", "arm", Map.of("n", "x".repeat(300_000)));

    assertThat(rendering.text()).isEmpty();
    assertThat(rendering.findings()).isNotEmpty();
  }

  @Test
  @Timeout(20)
  void everyLimitHasItsOwnReason() {
    String loop = "t(n) ::= \"<u([n,n])>\"\nu(n) ::= \"<n:{x|<x>}><u([n,n])>\"\n";

    assertThat(reason(loop, new TemplateLimits(1000, 99_999_999, 1000, 99_999_999, 9_999)))
        .isEqualTo("a list gets too long");
    assertThat(reason(loop, new TemplateLimits(1000, 500, 99_999, 99_999_999, 9_999)))
        .isEqualTo("too many templates are called");
    assertThat(reason(loop, new TemplateLimits(1000, 99_999_999, 99_999, 500, 9_999)))
        .isEqualTo("too much text is written");
    assertThat(reason(loop, new TemplateLimits(5, 99_999_999, 99_999, 99_999_999, 9_999)))
        .isEqualTo("templates call each other too deeply");
    assertThat(reason(loop, new TemplateLimits(5, 99_999_999, 99_999, 99_999_999, 0)))
        .isEqualTo("rendering takes too long");
  }

  @Test
  @Timeout(20)
  void deeplyNestedTemplatesDoNotOverflowTheStack() {
    for (String bracket : List.of("<(", "<{", "<[", "<if(!", "<f(")) {
      var found = new Problems();
      Templates.compile(
          List.of(new GroupText("t.stg", "t() ::= <<\n" + bracket.repeat(20_000) + "\n>>\n")),
          found);
      assertThat(found.sorted()).isNotEmpty();
    }
  }

  private String reason(String group, TemplateLimits limits) {
    Templates templates =
        Templates.compile(List.of(new GroupText("t.stg", group)), limits, problems);
    return templates.render("t", "arm", Map.of("n", "x")).findings().get(0).message();
  }

  private Templates compile(String text) {
    return Templates.compile(List.of(new GroupText("t.stg", text)), problems);
  }

  private String text(Templates templates, String name, String goarch) {
    return text(templates, name, goarch, Map.of());
  }

  private String text(
      Templates templates, String name, String goarch, Map<String, Object> attributes) {
    assertThat(problems.sorted()).isEmpty();
    Rendering rendering = templates.render(name, goarch, attributes);
    assertThat(rendering.findings()).isEmpty();
    return rendering.text().orElseThrow();
  }

  private List<String> findings(Templates templates, Map<String, Object> attributes) {
    assertThat(problems.sorted()).isEmpty();
    return templates.render("t", "arm", attributes).findings().stream()
        .map(Finding::toString)
        .toList();
  }
}
