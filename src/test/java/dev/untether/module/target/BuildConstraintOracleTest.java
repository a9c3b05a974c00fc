package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares build constraints with go/build itself: every file, every target, cgo on and off. */
final class BuildConstraintOracleTest {
  private static final List<String> TAG_SETS =
      List.of("-", "race,purego,amd64.v3,goexperiment.arenas,custom_tag");

  @ParameterizedTest
  @ValueSource(strings = {"local", "go1.27.4"})
  void choosesTheFilesOfTheStandardLibraryAsGoBuildDoes(String name) throws Exception {
    GoToolchain go = GoToolchain.require(name);
    Path source = go.goroot().resolve("src");

    int files = compare(go, source);

    assertThat(files).isGreaterThan(8000);
  }

  @Test
  void choosesHostileFilesAsGoBuildDoes(@TempDir Path directory) throws Exception {
    GoToolchain go = GoToolchain.require("go1.27.4");
    int written = HostileHeaders.writeTo(directory);

    assertThat(compare(go, directory)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "go1.27.4"})
  void knowsThePortsThatTheToolchainLists(String name, @TempDir Path empty) throws Exception {
    GoToolchain go = GoToolchain.require(name);
    int release = releaseOf(go.askWhatIsBuilt(empty, List.of()));

    assertThat(Targets.known().of(ReleaseRange.only(release)))
        .extracting(Target::toString)
        .containsExactlyElementsOf(go.distList());
  }

  private static int compare(GoToolchain go, Path directory) throws Exception {
    List<String> contextLines = new ArrayList<>();
    for (String target : go.distList()) {
      for (String tags : TAG_SETS) {
        contextLines.add(target + " 0 " + tags);
        contextLines.add(target + " 1 " + tags);
      }
    }
    List<String> answer = go.askWhatIsBuilt(directory, contextLines);
    int release = releaseOf(answer);
    List<BuildContext> contexts =
        contextLines.stream().map(line -> context(line, release)).toList();
    Map<String, String> differences = new LinkedHashMap<>();
    int files = 0;
    for (String line : answer) {
      List<String> words = List.of(line.split("[\t ]", -1));
      if (words.get(0).equals("#tooltags")) {
        Set<String> expected = new TreeSet<>(words.subList(2, words.size()));
        Set<String> actual = new TreeSet<>(ToolTags.of(Target.parse(words.get(1)), release));
        assertThat(actual).as(line).isEqualTo(expected);
      } else if (!line.startsWith("#")) {
        files++;
        compareFile(directory, line, contexts, release, differences);
      }
    }
    assertThat(differences).as("files on which go/build disagrees").isEmpty();
    return files;
  }

  private static void compareFile(
      Path directory,
      String line,
      List<BuildContext> contexts,
      int release,
      Map<String, String> differences)
      throws IOException {
    int tab = line.indexOf('\t');
    String file = line.substring(0, tab);
    SourceText text = SourceText.of(Files.readAllBytes(directory.resolve(file)));
    BuildConstraint constraint = BuildConstraint.of(file, text);
    Set<Target> somewhere = constraint.targets(Targets.known(), ReleaseRange.only(release));
    for (int i = 0; i < contexts.size(); i++) {
      BuildContext context = contexts.get(i);
      boolean expected = line.charAt(tab + 1 + i) == '1';
      if (constraint.matches(context) != expected) {
        differences.put(file, context + " should be " + expected);
      }
      if (expected && !somewhere.contains(context.target())) {
        differences.put(file, "targets() lacks " + context.target());
      }
    }
  }

  private static BuildContext context(String line, int release) {
    String[] words = line.split(" ", -1);
    Set<String> tags = words[2].equals("-") ? Set.of() : Set.of(words[2].split(",", -1));
    return new BuildContext(Target.parse(words[0]), words[1].equals("1"), tags, release);
  }

  private static int releaseOf(List<String> answer) {
    return Integer.parseInt(answer.get(0).substring("#release ".length()));
  }

  /** Headers at the edges of go/build's rules, each as assembly and as Go. */
  private static final class HostileHeaders {
    private static final String BOM = "\uFEFF";
    private static final List<String> HEADERS =
        List.of(
            "",
            "\n",
            "//go:build linux\n",
            "//go:build linux",
            "\t //go:build linux\r\n\r\n",
            "//go:build  \tlinux&&amd64||!cgo \n\n",
            BOM + "//go:build linux\n\n",
            BOM + BOM + "//go:build linux\n\n",
            "// +build linux\n\n",
            BOM + "// +build linux\r\n\r\n",
            "// +build linux\n",
            "// +build linux\n\t",
            "// +build linux\n ;\n",
            "//+build linux\n\n",
            "//   +build\tlinux,amd64 darwin,!cgo\n\n",
            "// +build linux\n// +build amd64\n\n",
            "// +build linux\n\n// +build amd64\n",
            "// +buildlinux\n\n",
            "// +build\n\n",
            "// +build !!linux\n\n",
            "// +build ! linux\n\n",
            "// +build a-b linux\n\n",
            "// +build !a-b\n\n",
            "// +build linux,,amd64\n\n",
            "// +build " + "linux,".repeat(101) + "amd64\n\n",
            "// +build " + "linux,".repeat(99) + "amd64\n\n",
            "/* a */\n// +build linux\n\n",
            "/* a */ //go:build linux\n\n",
            "/* a\n//go:build linux\n*/\n\n",
            "/* a\n*/ //go:build linux\n\n",
            "/* a\n*/\n//go:build linux\n\n",
            "/**//**/\n//go:build linux\n\n",
            "/*/\n//go:build linux\n*/\n\n",
            "// a /*\n//go:build linux\n\n",
            "//go:build linux\n//go:build linux\n\n",
            "//go:build linux\n/*\n//go:build amd64\n*/\n",
            "//go:build linux\n// +build windows\n\n",
            "//go:build\n\n",
            "//go:build (\n\n",
            "//go:build ()\n\n",
            "//go:build (linux\n\n",
            "//go:build linux)\n\n",
            "//go:build !!linux\n\n",
            "//go:build !(linux||darwin)&&!(cgo)\n\n",
            "//go:build ! linux\n\n",
            "//go:build linux amd64\n\n",
            "//go:build linux,amd64\n\n",
            "//go:build linux & amd64\n\n",
            "//go:build linux &&\n\n",
            "//go:build || linux\n\n",
            "//go:build linux // why\n\n",
            "//go:build linux /* why */\n\n",
            "//go:buildlinux\n\n",
            "//go:build\u00a0linux\n\n",
            "\u00a0//go:build linux\u0085\n\n",
            "\u2028//go:build linux\n\n",
            "\u000b//go:build linux\n\n",
            "\f//go:build linux\n\n",
            "//go:build \u00e9t\u00e9 || linux\n\n",
            "//go:build \u4e16\u754c.\u0664 || linux\n\n",
            "//go:build a\u00b7b\n\n",
            "//go:build " + "(".repeat(500) + "linux" + ")".repeat(500) + "\n\n",
            "//go:build " + "(".repeat(1000) + "linux" + ")".repeat(1000) + "\n\n",
            "//go:build " + "!(".repeat(999) + "linux" + ")".repeat(999) + "\n\n",
            "//go:build " + "linux || ".repeat(999) + "linux\n\n",
            "//go:build " + "linux || ".repeat(1000) + "linux\n\n",
            "//go:build unix && !gccgo && gc\n\n",
            "//go:build go1.21 && !go1.99 && !go1 && !go1.0\n\n",
            "//go:build go1.99999999999999999999 || go1.026\n\n",
            "//go:build amd64.v1 && amd64.v3 || arm.6 || arm64.v8.0 || mips.softfloat\n\n",
            "//go:build boringcrypto\n\n",
            "//go:build goexperiment.arenas\n\n",
            "//go:build custom_tag && !ignore\n\n",
            "//go:build nacl || hurd || zos || sparc64\n\n",
            "//go:build solaris && !illumos || darwin && !ios || linux && !android\n\n",
            "x\n//go:build linux\n\n",
            "x //go:build linux\n\n",
            "//\n//\n\n//\n//go:build linux\n",
            "; //go:build linux\n\n",
            ";\n//go:build linux\n\n");

    private static final List<String> COMMENTS_THAT_GO_GIVES_UP_ON =
        List.of(
            "/ a\n//go:build plan9\n\n",
            "//go:build plan9\n\n/ a\n",
            "//go:build plan9\n\n/* open\n",
            "/",
            "/*/",
            "//go:build plan9\n\n/",
            "// +build plan9\n\n\0",
            "// a \0\n//go:build plan9\n\n");

    private static final List<String> NAMES =
        List.of(
            "x_linux.s",
            "linux.s",
            "_linux.s",
            "x_linux_arm64.s",
            "x_arm64_linux.s",
            "x_arm64.s",
            "x_linux_test.go",
            "x_linux_amd64_test.go",
            "x_test_linux.go",
            "x_test.s",
            "test.s",
            "x_linux_test.s",
            "x_ppc64x.s",
            "x_mips64x.s",
            "x_nacl.s",
            "x_amd64p32.s",
            "x_hurd.s",
            "x_zos_sparc64.s",
            "x_linux.gen.s",
            "x.gen_linux.s",
            "x__linux.s",
            "x_linux_.s",
            "x_linux_linux.s",
            "x_amd64_arm64.s",
            "x_ios.go",
            "x_android_arm.go",
            "x_illumos.s",
            "x_unix.s",
            "x_cgo.go",
            ".x_linux.s",
            "_x.go",
            "x_LINUX.s",
            "linux_amd64.s",
            "a_b_c_windows_386.h",
            "x_test_test.s",
            "_test.go",
            "x_gc.s",
            "\u00e9_linux.s");

    private static final List<String> BODIES =
        List.of("TEXT \u00b7f(SB), $0\n", "\tTEXT \u00b7f(SB), $0\n", "");

    static int writeTo(Path directory) throws IOException {
      int count = 0;
      for (String name : NAMES) {
        Files.writeString(directory.resolve(name), "package x\n");
        count++;
      }
      for (String header : HEADERS) {
        count += write(directory, count, header + "package x\n", ".go");
      }
      List<String> all = new ArrayList<>(HEADERS);
      all.addAll(COMMENTS_THAT_GO_GIVES_UP_ON);
      for (String header : all) {
        for (String body : BODIES) {
          count += write(directory, count, header + body, ".s");
        }
      }
      byte[] notUtf8 = "//go:build linux\n\n// \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
      Files.write(directory.resolve("latin1.s"), notUtf8);
      byte[] tag = "//go:build \u00e9 || linux\n\n".getBytes(StandardCharsets.ISO_8859_1);
      Files.write(directory.resolve("latin1tag.s"), tag);
      return count + 2;
    }

    private static int write(Path directory, int number, String content, String extension)
        throws IOException {
      Files.writeString(directory.resolve("f" + number + extension), content);
      return 1;
    }
  }
}
