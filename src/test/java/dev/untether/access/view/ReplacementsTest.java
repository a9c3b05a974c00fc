package dev.untether.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.AccessData;
import dev.untether.access.SymbolFacts;
import dev.untether.access.SymbolHistory;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplacementsTest {
  private static final Pattern DECLARATION =
      Pattern.compile("pkg ([^ ,]+)(?: \\([^)]*\\))?, (?:func|var|const|type) (\\w+)(.*)");
  private static final Pattern FIELD = Pattern.compile(" (?:struct|interface), (\\w+).*");
  private static final Pattern METHOD =
      Pattern.compile("pkg ([^ ,]+)(?: \\([^)]*\\))?, method \\(\\*?(\\w+)[^)]*\\) (\\w+).*");
  private static final Pattern LANGUAGE =
      Pattern.compile("verifyVersionf\\(call\\.Fun, go1_([0-9]+), \"([a-zA-Z.]+)\"\\)");

  @ParameterizedTest
  @CsvSource({
    "runtime.nanotime,    time.Now and time.Since,     0",
    "runtime.coroswitch,  iter.Pull,                   23",
    "runtime.fastrandn,   math/rand/v2,                22",
    "runtime.nilinterhash,hash/maphash.Comparable,     24",
    "testing.testBinary,  testing.Testing,             21",
    "runtime.asyncPreempt2,os/signal.Notify,           0",
    "net/http.readCookies,net/http.ParseCookie,        23",
  })
  void saysWhatToUseAndSinceWhen(String symbol, String text, int since) {
    Replacement replacement = Replacements.of(symbol).orElseThrow();

    assertThat(replacement.text()).isEqualTo(text);
    assertThat(replacement.since()).isEqualTo(since);
    assertThat(replacement.isPublic()).isTrue();
  }

  @Test
  void saysSoWhereNothingPublicDoesTheSame() {
    Replacement replacement = Replacements.of("runtime.systemstack").orElseThrow();

    assertThat(replacement.isPublic()).isFalse();
    assertThat(replacement.open()).containsExactly("runtime.cgocall");
    assertThat(replacement.note()).isNotEmpty();
  }

  @Test
  void theLongestStartOfANameDecides() {
    assertThat(Replacements.of("internal/bytealg.IndexByteString").orElseThrow().text())
        .isEqualTo("bytes.IndexByte or strings.IndexByte");
    assertThat(Replacements.of("internal/bytealg.Compare").orElseThrow().text())
        .isEqualTo("package bytes or strings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"runtime.noSuchThing", "", "example.com/m.f", "runtime", "xruntime.mcall"})
  void knowsNothingAboutOtherNames(String symbol) {
    assertThat(Replacements.of(symbol)).isEmpty();
  }

  @Test
  void everySymbolThatTheTableNamesExistedInSomeRelease() {
    List<String> unknown = new ArrayList<>();
    for (Replacements.Row row : Replacements.rows()) {
      String pattern = row.pattern();
      boolean found =
          pattern.endsWith("*")
              ? startsSome(pattern.substring(0, pattern.length() - 1))
              : SymbolHistory.of(pattern).stages().stream().anyMatch(SymbolHistory.Stage::exists);
      if (!found) {
        unknown.add(pattern);
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean startsSome(String prefix) {
    String path = LinkTarget.of(prefix + "x").packagePath();
    for (int release : AccessData.releases()) {
      AccessData data = AccessData.of(release).orElseThrow();
      if (prefix.endsWith("/")
          ? data.packages().stream().anyMatch(it -> it.startsWith(prefix))
          : data.symbols(path).stream().anyMatch(it -> it.startsWith(prefix))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatItCallsOpenIsPushedInTheNewestRelease() {
    AccessData newest = AccessData.of(AccessData.releases().last()).orElseThrow();
    for (Replacements.Row row : Replacements.rows()) {
      for (String symbol : row.replacement().open()) {
        assertThat(newest.definitions(symbol).keySet())
            .as("%s, instead of %s", symbol, row.pattern())
            .anyMatch(SymbolFacts::isPushed);
      }
    }
  }

  @Test
  void everyReleaseIsTheOneThatGoNames() throws Exception {
    Path goroot = GoToolchain.require("local").goroot();
    Map<String, Integer> since = since(goroot);
    for (Replacements.Row row : Replacements.rows()) {
      int newest = 0;
      for (String name : row.names()) {
        assertThat(since).as("%s", row).containsKey(name);
        newest = Math.max(newest, since.getOrDefault(name, 0));
      }
      assertThat(row.replacement().since()).as("%s", row).isEqualTo(newest);
    }
  }

  /** The first release with each name: from GOROOT/api, and from the compiler for the language. */
  private static Map<String, Integer> since(Path goroot) throws IOException {
    Map<String, Integer> since = new HashMap<>();
    for (int release = 0; release <= AccessData.releases().last(); release++) {
      Path file = goroot.resolve(release == 0 ? "api/go1.txt" : "api/go1." + release + ".txt");
      if (!Files.exists(file)) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        Matcher declaration = DECLARATION.matcher(line);
        Matcher method = METHOD.matcher(line);
        if (declaration.matches()) {
          String name = declaration.group(1) + "." + declaration.group(2);
          since.putIfAbsent(name, release);
          Matcher field = FIELD.matcher(declaration.group(3));
          if (field.matches()) {
            since.putIfAbsent(name + "." + field.group(1), release);
          }
        } else if (method.matches()) {
          String type = method.group(1) + "." + method.group(2);
          since.putIfAbsent(type + "." + method.group(3), release);
        }
      }
    }
    Path builtins = goroot.resolve("src/cmd/compile/internal/types2/builtins.go");
    Matcher language = LANGUAGE.matcher(Files.readString(builtins));
    while (language.find()) {
      since.put("lang:" + language.group(2), Integer.parseInt(language.group(1)));
    }
    return since;
  }
}
