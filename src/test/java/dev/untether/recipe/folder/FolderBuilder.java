package dev.untether.recipe.folder;

import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes recipe folders for tests; starts from one that has no mistake. */
final class FolderBuilder {
  static final String DESCRIPTOR =
      """
      id: sample-recipe
      version: 1
      title: Replace one call
      description: |
        Some prose.
      why: https://example.com/why
      safety: review
      recommended: true
      releases: ">=1.21"
      architectures: [arm64, ppc64x]
      options:
        style:
          type: enum
          values: [short, long]
          default: short
          description: How much is written
      match:
        assembly:
          function: [trampoline, other]
          sequence:
            - call:
                indirect: true
                through: {argument: 0}
                passes:
                  - {c-argument: 0, loaded-from: {argument: 1}, as: new-g}
              as: invoke
            - call: {symbol: runtime.load_g}
              as: load
              clobbers: {arm64: [R0, R27], ppc64x: [R31]}
          between:
            - not-calls: true
            - keeps: new-g
            - not-reads: [g, clobbers]
              from: load
              to: end
      actions:
        - replace: load
          template: reload
          attributes:
            slot: {slot-of: new-g}
            g: {register: g}
          comments: {mentioning: [load_g], unless: [setg]}
      notes:
        - when: register-saved
          registers: {ppc64x: [R31]}
          message: Look at R31
      """;

  static final String TEMPLATES = "reload(slot, g) ::= \"MOVD <slot>, <g>\"\n";

  private final Path folder;

  FolderBuilder(Path parent) throws IOException {
    this.folder = Files.createDirectories(parent.resolve("sample-recipe"));
    write("recipe.yaml", DESCRIPTOR);
    write("code.stg", TEMPLATES);
  }

  FolderBuilder write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  /** Stands in changed text where a finding is expected. */
  static final String MARK = "▸";

  /**
   * Replaces {@code from}, which must be there once, in the descriptor without mistake; marks in
   * {@code to} are left out.
   */
  FolderBuilder change(String from, String to) throws IOException {
    int at = DESCRIPTOR.indexOf(from);
    if (at < 0 || DESCRIPTOR.indexOf(from, at + 1) >= 0) {
      throw new IllegalArgumentException("not there once: " + from);
    }
    return write("recipe.yaml", DESCRIPTOR.replace(from, to.replace(MARK, "")));
  }

  /** Returns the {@code line:column} of the mark in the descriptor that {@link #change} makes. */
  static String markedPlace(String from, String to) {
    String before = DESCRIPTOR.replace(from, to);
    before = before.substring(0, before.indexOf(MARK));
    return (before.lines().count() + (before.endsWith("\n") || before.isEmpty() ? 1 : 0))
        + ":"
        + (before.length() - before.lastIndexOf('\n'));
  }

  Path folder() {
    return folder;
  }

  LoadedRecipe load() {
    return RecipeCatalogue.inDirectory(folder).folders().get(0).load();
  }

  /** Returns the findings as text, with the folder's path taken off. */
  List<String> findings() {
    return load().findings().stream()
        .map(Finding::toString)
        .map(text -> text.replace(folder.toString().replace('\\', '/') + "/", ""))
        .toList();
  }
}
