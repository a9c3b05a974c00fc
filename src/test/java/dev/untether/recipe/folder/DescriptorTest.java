package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.untether.recipe.AssemblyAction;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Between;
import dev.untether.recipe.Callee;
import dev.untether.recipe.CommentRule;
import dev.untether.recipe.Note;
import dev.untether.recipe.Option;
import dev.untether.recipe.Precondition;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.Registers;
import dev.untether.recipe.Safety;
import dev.untether.recipe.Step;
import dev.untether.recipe.SymbolName;
import dev.untether.recipe.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorTest {
  @TempDir private Path temp;

  @Test
  void aDescriptorWithoutMistakeBecomesATypedRecipe() throws IOException {
    Recipe recipe = load(new FolderBuilder(temp));

    assertThat(recipe.id()).isEqualTo("sample-recipe");
    assertThat(recipe.version()).isEqualTo(1);
    assertThat(recipe.title()).isEqualTo("Replace one call");
    assertThat(recipe.description()).isEqualTo("Some prose.\n");
    assertThat(recipe.why()).containsExactly(URI.create("https://example.com/why"));
    assertThat(recipe.safety()).isEqualTo(Safety.REVIEW);
    assertThat(recipe.recommended()).isTrue();
    assertThat(recipe.releases()).hasToString(">=1.21");
    assertThat(recipe.architectures()).containsExactly("arm64", "ppc64", "ppc64le");
    assertThat(recipe.option("style"))
        .contains(new Option.Choice("How much is written", List.of("short", "long"), "short"));
  }

  @Test
  void stepsConditionsActionsAndNotesAreTyped() throws IOException {
    Recipe recipe = load(new FolderBuilder(temp));
    var clobbers =
        new Registers(
            Map.of("arm64", Set.of("R0", "R27"), "ppc64", Set.of("R31"), "ppc64le", Set.of("R31")));
    var passed = new Callee.Passed(0, new Value.Argument(1), Optional.of("new-g"));

    assertThat(recipe.match())
        .isEqualTo(
            new AssemblyMatch(
                List.of("trampoline", "other"),
                List.of(
                    new Step.Call(
                        Optional.of("invoke"),
                        new Callee.Indirect(Optional.of(new Value.Argument(0)), List.of(passed)),
                        Optional.empty()),
                    new Step.Call(
                        Optional.of("load"),
                        new Callee.Symbol(List.of(new SymbolName("runtime", "load_g"))),
                        Optional.of(clobbers))),
                List.of(
                    new Between.NotCalls(new Between.Gap(0, 1)),
                    new Between.Keeps(new Between.Gap(0, 1), "new-g"),
                    new Between.NotReads(
                        new Between.Gap(1, 2),
                        Set.of(Between.Watched.G, Between.Watched.CLOBBERS)))));
    assertThat(recipe.actions())
        .containsExactly(
            new AssemblyAction.Replace(
                "load",
                "reload",
                Map.of(
                    "slot",
                    new AssemblyAction.Attribute.SlotOf("new-g"),
                    "g",
                    new AssemblyAction.Attribute.G()),
                new CommentRule(List.of("load_g"), List.of("setg"))));
    assertThat(recipe.notes())
        .containsExactly(
            new Note.RegisterSaved(
                new Registers(Map.of("ppc64", Set.of("R31"), "ppc64le", Set.of("R31"))),
                "Look at R31"));
  }

  @Test
  void withoutArchitecturesARecipeIsForAll() throws IOException {
    Recipe recipe =
        load(
            new FolderBuilder(temp)
                .write(
                    "recipe.yaml",
                    FolderBuilder.DESCRIPTOR
                        .replace("architectures: [arm64, ppc64x]\n", "")
                        .replace("        clobbers: {arm64: [R0, R27], ppc64x: [R31]}\n", "")
                        .replace("not-reads: [g, clobbers]", "not-reads: g")));

    assertThat(recipe.architectures()).hasSize(14).contains("386", "mipsle", "wasm");
  }

  @Test
  void symbolsOfNestedPackagesAndWithoutPackageAreSplit() throws IOException {
    Recipe recipe =
        load(
            new FolderBuilder(temp)
                .change(
                    "{symbol: runtime.load_g}",
                    "{symbol: [internal/cpu.X86, crosscall2, vendor/golang.org/x/sys/cpu.init1]}"));

    Step.Call call = (Step.Call) ((AssemblyMatch) recipe.match()).sequence().get(1);
    assertThat(((Callee.Symbol) call.callee()).anyOf())
        .containsExactly(
            new SymbolName("internal/cpu", "X86"),
            new SymbolName("", "crosscall2"),
            new SymbolName("vendor/golang.org/x/sys/cpu", "init1"));
  }

  @Test
  void preconditionsAndExclusionsAreSeparate() throws IOException {
    FolderBuilder builder =
        new FolderBuilder(temp)
            .change(
                "match:\n",
                """
                preconditions: [{kind: go-line-at-least, release: "1.22"}]
                exclusions: [{kind: has-file, path: "**/*.mk"}]
                match:
                """);
    Recipe recipe =
        RecipeCatalogue.inDirectory(builder.folder())
            .folders()
            .get(0)
            .load()
            .recipe()
            .orElseThrow();

    assertThat(recipe.preconditions())
        .containsExactly(new Precondition("go-line-at-least", Map.of("release", "1.22")));
    assertThat(recipe.exclusions())
        .containsExactly(new Precondition("has-file", Map.of("path", "**/*.mk")));
  }

  @Test
  void anUnknownPreconditionIsReported() throws IOException {
    FolderBuilder builder =
        new FolderBuilder(temp).change("match:\n", "preconditions: [{kind: go-line}]\nmatch:\n");

    assertThat(builder.findings())
        .containsExactly(
            "recipe.yaml:17:24: error: `go-line`; expected one of `go-line-at-least`,"
                + " `go-line-below`, `has-file`, `has-text` [recipe-descriptor]");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        // The head.
        arguments(
            "id: sample-recipe\nversion",
            "▸version",
            "the key `id` is missing; expected the folder's name"),
        arguments(
            "id: sample-recipe",
            "id: ▸other-recipe",
            "`other-recipe`; expected the folder's name, `sample-recipe`"),
        arguments("id: sample-recipe", "id: ▸Sample", "`Sample` is not kebab-case"),
        arguments("version: 1\n", "version: ▸0\n", "`0`; expected a whole number from 1 on"),
        arguments("version: 1\n", "version: ▸one\n", "`one`; expected a whole number"),
        arguments(
            "version: 1\n", "version: ▸99999999999\n", "`99999999999`; expected a whole number"),
        arguments("version: 1\n", "version:▸\n", "nothing; expected a whole number"),
        arguments(
            "title: Replace one call", "title: ▸Replace one call.", "the title ends with a dot"),
        arguments(
            "title: Replace one call",
            "title: ▸replace one call",
            "the title starts in lower case"),
        arguments(
            "title: Replace one call",
            "title: ▸Rxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "the title is too long; expected at most 80"),
        arguments("title: Replace one call", "title: ▸[a]", "a list; expected one imperative line"),
        arguments(
            "title: Replace one call",
            "title: ▸\"a\\nb\"",
            "several lines; expected one imperative line"),
        arguments(
            "title: Replace",
            "▸titel: Replace",
            "unknown key `titel`; expected one of `id`, `version`"),
        arguments(
            "id: sample-recipe\nversion: 1\ntitle:",
            "▸id: sample-recipe\nversion: 1\ntitel:",
            "the key `title` is missing; expected one imper"),
        arguments(
            "https://example.com/why",
            "▸http://example.com",
            "`http://example.com`; expected a link that starts with"),
        arguments("https://example.com/why", "[https://a.org, ▸'b c']", "`b c`; expected a link"),
        arguments("https://example.com/why", "▸[]", "an empty list; expected a link"),
        arguments(
            "safety: review",
            "safety: ▸fine",
            "`fine`; expected one of `safe`, `review`, `unsafe`"),
        arguments(
            "safety: review\nrecommended: true",
            "safety: unsafe\nrecommended: ▸true",
            "an unsafe recipe that is recommended"),
        arguments(
            "recommended: true", "recommended: ▸yes", "`yes`; expected one of `true`, `false`"),
        arguments("safety: review", "safety: review\n▸author: me", "unknown key `author`"),
        arguments(
            "safety: review",
            "safety: review\n▸version: 2",
            "the key `version` a second time; it stands already at 2:1"),
        arguments("\">=1.21\"", "▸1.21", "`1.21`; expected a range of Go releases"),
        arguments("\">=1.21\"", "▸\">=1.27 <1.21\"", "`>=1.27 <1.21`; expected a range"),
        arguments(
            "[arm64, ppc64x]",
            "[arm64, ▸sparc]",
            "unknown architecture `sparc`; expected one of `386`, `amd64`"),
        arguments(
            "[arm64, ppc64x]", "[ppc64le, arm64, ▸ppc64x]", "`ppc64x` repeats an architecture"),
        arguments("[arm64, ppc64x]", "▸[]", "an empty list; expected GOARCH values"),
        // Options.
        arguments(
            "type: enum", "type: ▸date", "`date`; expected one of `string`, `bool`, `int`, `enum`"),
        arguments("default: short", "default: ▸wide", "`wide`; expected one of `short`, `long`"),
        arguments(
            "    type: enum\n    values: [short, long]\n",
            "    ▸type: enum\n",
            "the key `values` is missing"),
        arguments(
            "    type: enum\n    values: [short, long]\n    default: short\n",
            "    ▸type: enum\n    values: [short, long]\n",
            "the key `default` is missing"),
        arguments("  style:\n", "  ▸Style:\n", "`Style` is not kebab-case"),
        // The match.
        arguments("  assembly:\n", "  ▸golang:\n", "expected exactly one of `assembly`"),
        arguments(
            "  assembly:\n", "  ▸golang:\n", "unknown key `golang`; expected one of `assembly`"),
        arguments(
            "[trampoline, other]",
            "▸runtime·other",
            "`runtime·other`; expected the name of a TEXT symbol"),
        arguments("indirect: true", "indirect: ▸false", "`false`; expected one of `true`"),
        arguments(
            "indirect: true\n          through",
            "▸through",
            "expected exactly one of `symbol`, `indirect`"),
        arguments("through: {argument: 0}", "through: ▸R4", "text; expected a mapping: `argument`"),
        arguments(
            "through: {argument: 0}",
            "through: {argument: ▸-1}",
            "`-1`; expected a whole number from 0 on"),
        arguments(
            "through: {argument: 0}",
            "through: {argument: 0, ▸of: 1}",
            "unknown key `of`; expected one of `argument`"),
        arguments("{c-argument: 0, ", "▸{", "the key `c-argument` is missing"),
        arguments(
            "as: load\n",
            "as: ▸invoke\n",
            "the name `invoke` a second time; it stands already at 26:13"),
        arguments("as: load\n", "as: ▸end\n", "`end` stands for the end of the function"),
        arguments("as: load\n", "as: ▸load_g\n", "`load_g` is not kebab-case"),
        arguments("- call: {symbol", "- ▸jump: {symbol", "expected exactly one of `call`"),
        arguments(
            "runtime.load_g", "▸runtime·load_g", "`runtime·load_g`; expected a symbol such as"),
        arguments(
            "{symbol: runtime.load_g}",
            "{symbol: runtime.load_g, ▸indirect: true}",
            "the key `indirect` beside `symbol`; expected exactly one"),
        arguments(
            "{arm64: [R0, R27], p",
            "▸{p",
            "nothing is said about `arm64`; expected a list for each"),
        arguments(
            "{arm64: [R0, R27], ppc64x",
            "{arm64: [], ▸arm: [], ppc64x",
            "`arm` is not one of the recipe's architectures"),
        arguments("[R0, R27]", "[R0, ▸27]", "`27`; expected a register such as R11"),
        // Conditions.
        arguments(
            "- not-calls: true",
            "- ▸not-jumps: true",
            "expected exactly one of `not-reads`, `not-calls`, `keeps`"),
        arguments("- not-calls: true", "- not-calls: ▸no", "`no`; expected one of `true`"),
        arguments("keeps: new-g", "keeps: ▸old-g", "`old-g`; expected one of `new-g`"),
        arguments("[g, clobbers]", "[g, ▸flags]", "`flags`; expected one of `g`, `clobbers`"),
        arguments(
            "[g, clobbers]\n        from: load",
            "▸[g, clobbers]\n        from: invoke",
            "the step before the gap has no `clobbers`"),
        arguments("from: load\n", "from: ▸lead\n", "`lead`; expected one of `invoke`, `load`"),
        arguments("from: load\n", "from: ▸end\n", "`end`; expected one of `invoke`, `load`"),
        arguments(
            "- not-reads: [g, clobbers]\n        from: load\n        to: end\n",
            "- ▸not-reads: g\n        from: load\n        to: load\n",
            "no step lies behind the other"),
        // Actions.
        arguments(
            "- replace: load", "- replace: ▸lead", "`lead`; expected one of `invoke`, `load`"),
        arguments(
            "- replace: load", "- ▸rewrite: load", "expected exactly one of `remove`, `replace`"),
        arguments(
            "replace: load\n    template: reload\n",
            "▸replace: load\n",
            "the key `template` is missing"),
        arguments(
            "template: reload",
            "template: ▸nowhere",
            "no template `nowhere` for `arm64`, `ppc64x`; expected `nowhere`"),
        arguments("slot-of: new-g", "slot-of: ▸old-g", "`old-g`; expected one of `new-g`"),
        arguments("register: g", "register: ▸R28", "`R28`; expected one of `g`"),
        arguments("{register: g}", "{option: ▸size}", "`size`; expected one of `style`"),
        arguments(
            "template: reload\n    attributes:\n      slot: {slot-of: new-g}\n",
            "template: ▸reload\n    attributes:\n",
            "the template `reload` declares (slot, g) but is given (g)"),
        arguments("{mentioning: [load_g], ", "▸{", "the key `mentioning` is missing"),
        arguments(
            "notes:\n", "  - ▸remove: load\nnotes:\n", "the step `load` is edited already at 37:5"),
        // Notes.
        arguments(
            "when: register-saved", "when: ▸asked", "`asked`; expected one of `register-saved`"),
        arguments(
            "when: register-saved\n    registers: {ppc64x: [R31]}\n    message: Look at R31\n",
            "▸when: register-saved\n    registers: {ppc64x: [R31]}\n",
            "the key `message` is missing"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("mistakes")
  void aMistakeIsReportedAtItsPlace(String from, String to, String message) throws IOException {
    FolderBuilder builder = new FolderBuilder(temp).change(from, to);
    String start = "recipe.yaml:" + FolderBuilder.markedPlace(from, to) + ": error: " + message;

    assertThat(builder.load().recipe()).isEmpty();
    assertThat(builder.findings()).anyMatch(finding -> finding.startsWith(start));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("mistakes")
  void aMistakeDoesNotDragOthersAlong(String from, String to, String message) throws IOException {
    FolderBuilder builder = new FolderBuilder(temp).change(from, to);

    // A misspelt key is missing and unknown at the same time.
    assertThat(builder.findings()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void severalMistakesAreReportedAtOnceInOrder() throws IOException {
    FolderBuilder builder =
        new FolderBuilder(temp)
            .write(
                "recipe.yaml",
                FolderBuilder.DESCRIPTOR
                    .replace("version: 1", "version: x")
                    .replace("safety: review", "safety: fine")
                    .replace("register: g", "register: R28"));

    assertThat(builder.findings())
        .extracting(finding -> finding.substring(0, finding.indexOf(": error")))
        .containsExactly("recipe.yaml:2:10", "recipe.yaml:7:9", "recipe.yaml:41:21");
  }

  private static Recipe load(FolderBuilder builder) {
    LoadedRecipe loaded = builder.load();
    assertThat(loaded.findings()).isEmpty();
    return loaded.recipe().orElseThrow();
  }
}
