package dev.untether.git;

import dev.untether.recipe.template.GroupText;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Rendering;
import dev.untether.recipe.template.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a commit of ours says. Its trailers name the recipes, and seal tree and text, so that a
 * later run can tell a commit as we made it from one that somebody worked on.
 */
final class CommitMessage {
  static final String RECIPE_TRAILER = "Untether-Recipe";
  static final String SEAL_TRAILER = "Untether-Content";

  private static final String TEMPLATE = "commit";
  private static final int COLUMNS = 72;

  private final Templates templates;

  CommitMessage() {
    Problems problems = new Problems();
    try (InputStream in = CommitMessage.class.getResourceAsStream(TEMPLATE + ".stg")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + TEMPLATE + ".stg");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      templates = Templates.compile(List.of(new GroupText(TEMPLATE + ".stg", text)), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
  }

  /**
   * Returns the message of a step.
   *
   * @param more lines to stand last, such as the one by which somebody vouches for the change
   */
  String of(Step step, Base base, ObjectId tree, List<String> more) {
    List<String> trailers = new ArrayList<>();
    step.recipes().forEach(recipe -> trailers.add(recipe.trailer()));
    trailers.addAll(more);
    List<String> why =
        step.recipes().stream()
            .flatMap(recipe -> recipe.why().stream())
            .map(URI::toString)
            .toList();
    Rendering rendering =
        templates.render(
            TEMPLATE,
            Map.of(
                "title", title(step),
                "what", what(step),
                "why", why.stream().distinct().toList(),
                "base", base.id(),
                "command", step.command(),
                "trailers", trailers));
    String message =
        rendering
            .text()
            .orElseThrow(() -> new IllegalStateException(rendering.findings().toString()))
            .stripTrailing()
            .concat("\n");
    return sealed(message, tree);
  }

  private static String title(Step step) {
    return step.recipes().size() == 1
        ? oneLine(step.recipes().get(0).title())
        : "Cut ties to the insides of Go's standard library";
  }

  private static List<String> what(Step step) {
    List<String> lines = new ArrayList<>();
    if (step.recipes().size() == 1) {
      lines.addAll(wrapped(firstParagraph(step.recipes().get(0).description())));
    } else {
      step.recipes().forEach(recipe -> lines.add("- " + oneLine(recipe.title())));
    }
    return lines;
  }

  private static String firstParagraph(String markdown) {
    return markdown.strip().split("\\R\\s*\\R", 2)[0];
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : oneLine(text).split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Returns the message with its seal, after the last trailer that names a recipe. */
  private static String sealed(String message, ObjectId tree) {
    int last = message.lastIndexOf("\n" + RECIPE_TRAILER + ": ");
    int end = message.indexOf('\n', last + 1) + 1;
    String seal = SEAL_TRAILER + ": sha256:" + seal(message, tree) + "\n";
    return message.substring(0, end) + seal + message.substring(end);
  }

  /** Returns whether a commit's message and tree are as we made them. */
  static boolean isSealed(String message, ObjectId tree) {
    int start = message.lastIndexOf("\n" + SEAL_TRAILER + ": sha256:") + 1;
    if (start == 0) {
      return false;
    }
    int end = message.indexOf('\n', start);
    String line = message.substring(start, end < 0 ? message.length() : end);
    String rest = message.substring(0, start) + (end < 0 ? "" : message.substring(end + 1));
    return line.equals(SEAL_TRAILER + ": sha256:" + seal(rest, tree));
  }

  /** Returns whether a message says that its commit was made on {@code base}. */
  static boolean statesBase(String message, String base) {
    return message.contains("\n  git switch --detach " + base + "\n");
  }

  /** Returns the lines of a message that name recipes. */
  static List<String> recipes(String message) {
    return message.lines().filter(line -> line.startsWith(RECIPE_TRAILER + ": ")).toList();
  }

  private static String seal(String message, ObjectId tree) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((tree.name() + "\n").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(message.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
