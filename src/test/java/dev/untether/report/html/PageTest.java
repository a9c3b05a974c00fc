package dev.untether.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is on a page, and what cannot get onto it. */
final class PageTest {
  private static final String HOSTILE =
      "</script><script>alert(\"1\")</script>&amp;'\u202Ex\u0007\u0000";

  @TempDir private Path scratch;

  @Test
  void pageIsWellFormedAndLeadsToEachOfItsSections() throws Exception {
    Document page = parsed(page("title", places("first", 1), places("second", 2)));

    assertThat(texts(page, "h2")).containsExactly("first", "second");
    assertThat(attributes(page, "a", "href")).containsExactly("#s0", "#s1");
    assertThat(attributes(page, "section", "id")).containsExactly("s0", "s1");
  }

  @Test
  void nothingIsFetched() throws Exception {
    String page = page("title", places("first", 1));

    assertThat(page).doesNotContain("src=").doesNotContain("@import").doesNotContain("url(");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void whatRepositoriesHoldIsTextAndNothingElse() throws Exception {
    Finding finding = new Finding(HOSTILE, Severity.WARNING, HOSTILE, new Position(1, 1), HOSTILE);
    Section section =
        new PlacesSection(HOSTILE, List.of(finding), path -> Optional.of(SourceText.of(HOSTILE)));
    String page = page(HOSTILE, section);

    Document parsed = parsed(page);
    assertThat(parsed.getElementsByTagName("script").getLength()).isEqualTo(1);
    assertThat(page).doesNotContain("\u202E").doesNotContain("\u0007").doesNotContain("\u0000");
    assertThat(texts(parsed, "h2").get(0)).startsWith("</script><script>alert(\"1\")");
  }

  @Test
  void linesAroundAPlaceAreShownAndItsOwnIsMarked() throws Exception {
    Finding finding = new Finding("rule", Severity.NOTE, "a.go", new Position(3, 1), "look");
    String page =
        page(
            "t",
            new PlacesSection(
                "s", List.of(finding), path -> Optional.of(SourceText.of("a\nb\nc\nd\ne\nf\n"))));

    assertThat(texts(parsed(page), "pre"))
        .containsExactly("     1  a\n     2  b\n>    3  c\n     4  d\n     5  e\n");
  }

  @Test
  void placeBehindTheEndOfItsFileHasNoLines() throws Exception {
    Finding finding = new Finding("rule", Severity.NOTE, "a.go", new Position(30, 1), "look");
    String page =
        page(
            "t",
            new PlacesSection("s", List.of(finding), path -> Optional.of(SourceText.of("a\n"))));

    assertThat(texts(parsed(page), "pre")).isEmpty();
  }

  @Test
  void samePageTwiceIsTheSameBytes() throws Exception {
    assertThat(page("t", places("p", 50))).isEqualTo(page("t", places("p", 50)));
  }

  @Test
  void browserRunsTheFilterAndComplainsOfNothing() throws Exception {
    Path file = scratch.resolve("page.html");
    Files.writeString(file, page("t", places("p", 3)), UTF_8);

    String dom = Browser.dom(file, scratch);

    assertThat(dom).contains("<p id=\"filter\">").doesNotContain("id=\"filter\" hidden");
  }

  @Test
  void browserTakesHostileNamesForText() throws Exception {
    Path file = scratch.resolve("page.html");
    Files.writeString(file, page(HOSTILE, places(HOSTILE, 1)), UTF_8);

    String dom = Browser.dom(file, scratch);

    assertThat(dom).contains("&lt;/script&gt;&lt;script&gt;alert(\"1\")");
    assertThat(dom.split("<script>", -1)).hasSize(2);
  }

  private static Section places(String title, int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(
          new Finding("rule", Severity.ERROR, "f" + i + ".go", new Position(1, 1), "message"));
    }
    return new PlacesSection(title, findings, path -> Optional.empty());
  }

  private static String page(String title, Section... sections) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Page(title, "a summary", List.of(sections)).write(out);
    return out.toString(UTF_8);
  }

  private static Document parsed(String page)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<String> texts(Document page, String element) {
    List<String> texts = new ArrayList<>();
    NodeList found = page.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static List<String> attributes(Document page, String element, String name) {
    List<String> values = new ArrayList<>();
    NodeList found = page.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      values.add(((Element) found.item(i)).getAttribute(name));
    }
    return values;
  }
}
