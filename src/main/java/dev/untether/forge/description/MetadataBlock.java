package dev.untether.forge.description;

import dev.untether.forge.Metadata;
import dev.untether.report.JsonLines;
import dev.untether.report.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The metadata of a pull request as its body holds it: an HTML comment, which people do not see,
 * with a JSON object in it. Values cannot close the comment: whatever is not plain ASCII, or means
 * something in Markdown or HTML, is escaped in the way of JSON.
 */
public final class MetadataBlock {
  /** The greatest length of a block, in UTF-16 units. */
  public static final int MAX_LENGTH = 16_384;

  private static final String OPENING = "<!-- untether ";
  private static final String CLOSING = " -->";
  private static final int SCHEMA = 1;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private MetadataBlock() {}

  /**
   * Returns the block: one line, without a line break. Recipes at the end of the list are left out
   * if it would get too long.
   *
   * @throws IllegalArgumentException if it is too long even without recipes; campaign and unit
   *     together may have 2,000 characters, whichever they are
   */
  public static String of(Metadata metadata) {
    List<String> recipes = metadata.recipes();
    String block = written(metadata, recipes);
    while (block.length() > MAX_LENGTH && !recipes.isEmpty()) {
      recipes = recipes.subList(0, recipes.size() / 2);
      block = written(metadata, recipes);
    }
    if (block.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "campaign and unit have too long names to be found again by: "
              + metadata.campaign().length()
              + " and "
              + metadata.unit().length()
              + " characters");
    }
    return block;
  }

  /**
   * Returns the metadata of the last block in a body. Copies in block quotes and in code do not
   * count, and neither does what is damaged. Never fails; the time is linear in the length.
   */
  public static Optional<Metadata> in(String body) {
    List<String> contents = contents(body);
    for (int i = contents.size() - 1; i >= 0; i--) {
      Optional<Metadata> metadata = read(contents.get(i));
      if (metadata.isPresent()) {
        return metadata;
      }
    }
    return Optional.empty();
  }

  private static String written(Metadata metadata, List<String> recipes) {
    var line = new ByteArrayOutputStream();
    try {
      new JsonLines(line)
          .object(
              json ->
                  json.number("schemaVersion", SCHEMA)
                      .string("campaign", metadata.campaign())
                      .string("unit", metadata.unit())
                      .string("base", metadata.base())
                      .string("content", metadata.content())
                      .strings("recipes", recipes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OPENING + escaped(line.toString(StandardCharsets.UTF_8).strip()) + CLOSING;
  }

  /** Escapes, within the strings of an object of ours, what others might read something into. */
  private static String escaped(String json) {
    StringBuilder text = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean afterDash = c == '-' && i > 0 && json.charAt(i - 1) == '-';
      if (c > '~' || afterDash || "<>&`@#".indexOf(c) >= 0) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Returns what lies between opening and closing, in the order of the body. */
  private static List<String> contents(String body) {
    List<String> found = new ArrayList<>();
    MarkdownLines lines = new MarkdownLines(body);
    int closing = -1;
    while (lines.next()) {
      if (!lines.isPlain()) {
        continue;
      }
      int tick = lines.find("`", lines.start());
      int codeFrom = tick < 0 ? lines.end() : tick;
      int opening = lines.find(OPENING, lines.start());
      while (opening >= 0 && opening < codeFrom) {
        int start = opening + OPENING.length();
        // Looked for once for all openings before it, or many of them would take quadratic time.
        if (closing < start) {
          closing = body.indexOf("-->", start);
        }
        if (closing < 0) {
          return found;
        }
        if (closing - start <= MAX_LENGTH) {
          found.add(body.substring(start, closing));
        }
        opening = lines.find(OPENING, Math.max(start, closing));
      }
    }
    return found;
  }

  private static Optional<Metadata> read(String content) {
    Json json;
    try {
      json = Json.parse(content);
    } catch (IOException e) {
      // Somebody edited it; then it says nothing.
      return Optional.empty();
    }
    String campaign = json.at("campaign").text().orElse("");
    String unit = json.at("unit").text().orElse("");
    String base = json.at("base").text().orElse("");
    String digest = json.at("content").text().orElse("");
    List<String> recipes =
        json.at("recipes").items().stream().flatMap(recipe -> recipe.text().stream()).toList();
    return campaign.isEmpty() || unit.isEmpty() || !COMMIT.matcher(base).matches()
        ? Optional.empty()
        : Optional.of(new Metadata(campaign, unit, base, digest, recipes));
  }
}
