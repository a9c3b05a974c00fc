package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.LinknameMatch.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entry of a table of symbols may say, and what it may not say together. */
final class LinknameTargetTest {
  private static final String HEAD =
      """
      id: sample-recipe
      version: 1
      title: Replace one pull
      description: Some prose.
      why: https://example.com/why
      safety: review
      match:
        linkname:
      """;
  private static final String ACTIONS =
      """
      actions:
        - replace-declaration: {fallback: build-tags}
      """;

  @TempDir private Path temp;

  private FolderBuilder folder(String match) throws IOException {
    return new FolderBuilder(temp)
        .write("recipe.yaml", HEAD + match.indent(4) + ACTIONS)
        .write(
            "code.stg",
            """
            one(arg0, n) ::= "return <arg0> + <n>"
            call(exporting, symbol_name, arguments, return) ::= "<return><exporting>.<symbol_name>(<arguments>)"
            """);
  }

  private LinknameMatch match(String match) throws IOException {
    LoadedRecipe loaded = folder(match).load();
    assertThat(loaded.findings()).isEmpty();
    return (LinknameMatch) loaded.recipe().orElseThrow().match();
  }

  @Test
  void aLanguageVersionIsToldFromARelease() throws IOException {
    LinknameMatch match =
        match(
            """
            targets:
              - {symbol: runtime.a, signature: func(int) int, template: one, locals: {n: n}, language: "1.20"}
              - {symbol: runtime.b, signature: func(int) int, template: one, locals: {n: n}, since: "1.22"}
            """);

    Target a = match.target("runtime.a").orElseThrow();
    assertThat(a.isLanguage()).isTrue();
    assertThat(a.since().orElseThrow().minor()).isEqualTo(20);
    assertThat(a.locals()).containsExactly(Map.entry("n", "n"));
    assertThat(match.target("runtime.b").orElseThrow().isLanguage()).isFalse();
  }

  @Test
  void aSymbolThatNothingReplacesNeedsNeitherTypeNorTemplate() throws IOException {
    LinknameMatch match = match("targets: [{symbol: runtime.a, refuse: ask upstream}]\n");

    assertThat(match.target("runtime.a").orElseThrow().refusal()).contains("ask upstream");
  }

  @Test
  void exportedFunctionsCountBesideTheTable() throws IOException {
    LinknameMatch match =
        match(
            """
            exported: call
            targets: [{symbol: runtime.Caller, refuse: it counts callers}]
            """);

    Target sleep = match.target("time.Sleep").orElseThrow();
    assertThat(sleep.template()).contains("call");
    assertThat(sleep.imports()).containsExactly(Map.entry("exporting", "time"));
    assertThat(match.target("runtime.Caller").orElseThrow().template()).isEmpty();
    assertThat(match.target("os.Args").orElseThrow().refusal()).isPresent();
    assertThat(match.target("runtime.nanotime")).isEmpty();
  }

  @Test
  void exportedFunctionsDoNotCountUnlessTheRecipeSaysSo() throws IOException {
    LinknameMatch match = match("targets: [{symbol: runtime.a, refuse: ask upstream}]\n");

    assertThat(match.target("time.Sleep")).isEmpty();
  }

  @Test
  void aTemplateAndARefusalAreOneTooMany() throws IOException {
    String both =
        "targets: [{symbol: a.b, signature: func(int) int, template: call, refuse: no}]\n";

    assertThat(folder(both).findings()).anyMatch(it -> it.contains("both `template` and `refuse`"));
  }

  @Test
  void aReleaseAndALanguageVersionAreOneTooMany() throws IOException {
    String both = "targets: [{symbol: a.b, refuse: no, since: \"1.22\", language: \"1.22\"}]\n";

    assertThat(folder(both).findings()).anyMatch(it -> it.contains("both `since` and `language`"));
  }

  @Test
  void aTemplateThatDoesNotKnowTheFunctionIsNoneForExportedOnes() throws IOException {
    String wrong =
        """
        exported: one
        targets: [{symbol: a.b, refuse: no}]
        """;

    assertThat(folder(wrong).findings()).isNotEmpty();
  }

  @Test
  void anEntryWithoutTemplateAndRefusalIsIncomplete() throws IOException {
    assertThat(folder("targets: [{symbol: runtime.a, signature: func()}]\n").findings())
        .anyMatch(it -> it.contains("or `refuse`; expected them for runtime.a"));
  }
}
