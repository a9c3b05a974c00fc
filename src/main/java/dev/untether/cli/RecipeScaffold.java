package dev.untether.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a new recipe folder.
 *
 * @param id the recipe
 * @param kind what it looks for
 */
record RecipeScaffold(String id, RecipeAuthoring.Kind kind) {
  private static final String GO_MOD = "module example.com/m\n\ngo 1.24\n";
  private static final String GO_FILE =
      """
      package m

      import _ "unsafe"

      //go:linkname example runtime.example
      func example() int64
      """;
  private static final String ASM_FILE =
      """
      TEXT example(SB), 4, $0-0
      	CALL runtime·example(SB)
      	RET
      """;

  /** Returns the texts by path. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("recipe.yaml", head() + body());
    if (kind != RecipeAuthoring.Kind.COMPOSITE) {
      files.put("code.stg", template());
    }
    files.put("README.md", readme());
    String before = "cases/basic/before/";
    String after = "cases/basic/after/";
    String untouched = "cases/nothing-to-do/before/";
    files.put(before + "go.mod", GO_MOD);
    files.put(after + "go.mod", GO_MOD);
    files.put(untouched + "go.mod", GO_MOD);
    files.put(untouched + "m.go", "package m\n");
    switch (kind) {
      case ASSEMBLY -> example(files, "m_amd64.s", ASM_FILE);
      case FILE -> {
        files.put(before + "m.go", "package m\n");
        files.put(after + "m.go", "package m\n");
        example(files, "Makefile", "build:\n\tgo build -example ./...\n");
      }
      default -> example(files, "m.go", GO_FILE);
    }
    return files;
  }

  private static void example(Map<String, String> files, String name, String text) {
    files.put("cases/basic/before/" + name, text);
    files.put("cases/basic/after/" + name, "// Say here what before/" + name + " should become.\n");
  }

  private String head() {
    return """
    id: %s
    version: 1
    title: Say in one line what this does
    description: |
      Say what it does, for whom, and what is different afterwards.
    why: https://example.com/where-this-is-explained
    safety: review
    """
        .formatted(id);
  }

  private String body() {
    return switch (kind) {
      case LINKNAME ->
          """
          match:
            linkname:
              kind: func
              targets:
                - symbol: runtime.example
                  signature: func() int64
                  template: body
                  imports: {time: time}
          actions:
            - replace-declaration: {fallback: build-tags}
          """;
      case ASSEMBLY ->
          """
          architectures: [amd64]
          match:
            assembly:
              function: example
              sequence:
                - call: {symbol: runtime.example}
                  as: it
          actions:
            - remove: it
          """;
      case FILE ->
          """
          match:
            files:
              paths: [Makefile]
              containing: -example
          actions:
            - replace-text: {find: -example, template: text}
          """;
      case COMPOSITE ->
          """
          recipes:
            - fastrand-to-math-rand-v2
          """;
    };
  }

  private String template() {
    return switch (kind) {
      case LINKNAME -> "body(time) ::= \"return <time>.Now().UnixNano()\"\n";
      default -> "text() ::= \"\"\n";
    };
  }

  private String readme() {
    return """
    # %s

    Say what it does.

    <!-- the example is cases/basic; -Dupdate=true renews it -->
    ```diff
    ```
    <!-- end of the example -->
    """
        .formatted(id);
  }
}
