package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.linkname.Compilation;
import dev.untether.golang.linkname.Linkname;
import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares every Go file of a GOROOT with what go/scanner and go/parser see in it. */
final class GorootTest {

  @Test
  void standardLibraryIsSeenAsGoSeesIt() throws Exception {
    GoToolchain go = GoToolchain.require("go1.27.4");

    List<Described> files = describe(go, go.goroot().resolve("src").toRealPath());

    assertThat(files).hasSizeGreaterThan(8000);
    assertThat(differences(files)).isEmpty();
    assertThat(files.stream().filter(Described::isParsed)).hasSizeGreaterThan(8000);
    assertThat(
            files.stream().flatMap(file -> file.facts.stream()).filter(row -> row.startsWith("L")))
        .hasSizeGreaterThan(1500);
  }

  @Test
  void compilersOwnTestsAreSeenAsGoSeesThem() throws Exception {
    // The module of a toolchain has no test folder; the local installation may have one.
    Path tests = GoToolchain.require("local").goroot().resolve("test");
    if (Files.isDirectory(tests)) {
      GoToolchain go = GoToolchain.require("go1.27.4");

      List<Described> files = describe(go, tests.toRealPath());

      assertThat(files).hasSizeGreaterThan(2000);
      assertThat(differences(files)).isEmpty();
    }
  }

  /** The rows that golinkname's announcement prints for the standard library. */
  @Test
  void linknamesOfTheStandardLibraryHaveTheWordsOfGolinkname() throws Exception {
    Path source = GoToolchain.require("go1.27.4").goroot().resolve("src");
    List<String> rows = new ArrayList<>();
    for (String name :
        List.of(
            "arena/arena.go",
            "crypto/fips140/enforcement.go",
            "crypto/internal/fips140/cast.go",
            "crypto/internal/fips140/check/check.go",
            "crypto/internal/fips140/check/checktest/test.go")) {
      SourceText text = SourceText.of(Files.readAllBytes(source.resolve(name)));
      GoFile file = GoFile.parse(name, text);
      Compilation compilation = new Compilation(27, 27, /* otherLanguages= */ true);
      for (Linkname one : PackageLinknames.of(List.of(file), compilation).linknames()) {
        rows.add(
            String.join(
                " ",
                name + ":" + one.directive().position().line(),
                (one.isVariable() ? "var/" : "func/") + one.form().word(),
                one.direction().word(),
                one.localName(),
                one.target().map(LinkTarget::raw).orElse("-")));
      }
    }

    assertThat(rows)
        .containsExactly(
            "arena/arena.go:87 func/two-arg push reflect_arena_New reflect.arena_New",
            "arena/arena.go:92 func/one-arg pull runtime_arena_newArena -",
            "arena/arena.go:95 func/one-arg pull runtime_arena_arena_New -",
            "arena/arena.go:101 func/one-arg pull runtime_arena_arena_Slice -",
            "arena/arena.go:104 func/one-arg pull runtime_arena_arena_Free -",
            "arena/arena.go:107 func/one-arg pull runtime_arena_heapify -",
            "crypto/fips140/enforcement.go:40 func/one-arg pull setBypass -",
            "crypto/fips140/enforcement.go:43 func/one-arg pull isBypassed -",
            "crypto/fips140/enforcement.go:46 func/one-arg pull unsetBypass -",
            "crypto/internal/fips140/cast.go:16 func/two-arg pull fatal"
                + " crypto/internal/fips140.fatal",
            "crypto/internal/fips140/check/check.go:32 var/two-arg-extern pull Linkinfo go:fipsinfo",
            "crypto/internal/fips140/check/checktest/test.go:20 var/two-arg pull RODATA"
                + " crypto/internal/fips140/check/checktest.RODATA");
  }

  private static List<String> differences(List<Described> files) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Described file : files) {
      SourceText source = SourceText.of(Files.readAllBytes(Path.of(file.path)));
      assertThat(TokenChecks.joined(source)).as(file.path).isEqualTo(source.bytes());
      OracleRows rows = new OracleRows(file.path, source);
      compare(file, file.tokens, rows.tokens(), differences);
      compare(file, file.comments, rows.comments(), differences);
      if (file.isParsed()) {
        List<String> wanted = new ArrayList<>(file.facts);
        List<String> found = new ArrayList<>(rows.facts());
        // Go/parser lets it pass, but no build does: it is no name for a package.
        if (wanted.removeIf(row -> row.startsWith("P\t_\t"))) {
          assertThat(found.removeIf(row -> row.contains("expected a package clause"))).isTrue();
        }
        wanted.removeAll(rows.facts());
        found.removeAll(file.facts);
        if (!wanted.isEmpty() || !found.isEmpty()) {
          differences.add(file.path + ": go/parser " + wanted + ", here " + found);
        }
      }
      boolean linknames = file.facts.stream().anyMatch(row -> row.startsWith("L"));
      if (linknames) {
        assertThat(LinknameSearch.mayConcern(source.bytes())).as(file.path).isTrue();
      }
    }
    return differences;
  }

  private static void compare(
      Described file, String wanted, String found, List<String> differences) {
    // go/scanner prints nothing for a file that it finds a mistake in.
    if (!wanted.isEmpty() && !wanted.equals(found)) {
      differences.add(file.path + ": go/scanner " + wanted + ", here " + found);
    }
  }

  /** What the oracle says about one file. */
  private static final class Described {
    private final String path;
    private final List<String> facts = new ArrayList<>();
    private String tokens = "";
    private String comments = "";
    private boolean refused;

    Described(String path) {
      this.path = path;
    }

    boolean isParsed() {
      return !refused;
    }

    void add(String row) {
      switch (row.charAt(0)) {
        case 'T' -> tokens = row;
        case 'C' -> comments = row;
        case 'S' -> refused = true;
        default -> facts.add(row);
      }
    }
  }

  private static List<Described> describe(GoToolchain go, Path folder) throws Exception {
    List<Described> files = new ArrayList<>();
    try (Stream<String> rows = go.describe(List.of(folder)).lines()) {
      for (String row : (Iterable<String>) rows::iterator) {
        if (row.startsWith("F\t")) {
          files.add(new Described(row.substring(2)));
        } else {
          files.get(files.size() - 1).add(row);
        }
      }
    }
    return files;
  }
}
