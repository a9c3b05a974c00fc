package dev.untether.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A page that is one file: nothing is fetched, and nothing runs but a filter, which the page does
 * without where scripts are off.
 *
 * @param title what it is about
 * @param summary one sentence
 * @param sections its parts; those without a title stand above the rest
 */
public record Page(String title, String summary, List<Section> sections) {

  /** Copies the list. */
  public Page {
    sections = List.copyOf(sections);
  }

  /** Writes the page. */
  public void write(OutputStream out) throws IOException {
    String script = resource("filter.js");
    Markup page = new Markup();
    page.trusted("<!DOCTYPE html>\n").open("html", Map.of("lang", "en")).line();
    page.open("head").line();
    page.open("meta", Map.of("charset", "utf-8")).line();
    page.open("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1"))
        .line();
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + digest(script) + "'";
    page.open("meta", Map.of("http-equiv", "Content-Security-Policy", "content", policy)).line();
    page.element("title", title).line();
    page.open("style").trusted(resource("page.css")).close().line();
    page.close().line().open("body").line();
    head(page);
    page.open("main").line();
    for (int i = 0; i < sections.size(); i++) {
      page.open("section", Map.of("id", "s" + i, "aria-labelledby", "h" + i)).line();
      page.open("h2", Map.of("id", "h" + i)).text(sections.get(i).title()).close().line();
      sections.get(i).write(page);
      page.close().line();
    }
    page.close().line();
    page.open("script").trusted(script).close().line();
    page.close().line().close().line();
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void head(Markup page) {
    page.open("header").line().element("h1", title).line().element("p", summary).line();
    page.open("nav", Map.of("aria-label", "Sections")).open("ul");
    for (int i = 0; i < sections.size(); i++) {
      page.open("li").open("a", Map.of("href", "#s" + i)).text(sections.get(i).title());
      page.close().close();
    }
    page.close().close().line();
    page.open("p", Map.of("id", "filter", "hidden", "hidden"));
    page.open("label", Map.of("for", "words")).text("Filter ").close();
    page.open("input", Map.of("id", "words", "type", "search", "autocomplete", "off"));
    page.open("output", Map.of("id", "count", "for", "words")).close();
    page.close().line().close().line();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
