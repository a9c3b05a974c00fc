package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles every case with real compilers: their messages and places are those of our findings. */
final class CompilerVerdictTest {
  private static final Pattern MESSAGE =
      Pattern.compile("(?:.*/)?([^/:]+\\.go):(\\d+):(\\d+): (.*)");

  @TempDir private Path scratch;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"go1.27.4, 27", "go1.26.8, 26"})
  void errorsAreThoseOfTheCompiler(String toolchain, int release) throws Exception {
    GoToolchain go = GoToolchain.require(toolchain);
    Path compiler = go.compiler();
    List<String> differences = new ArrayList<>();
    int compiled = 0;

    for (LinknameCase one : LinknameCase.all()) {
      // A cgo file is compiled only after cgo has rewritten it; see below.
      if (!one.name().equals("cgo-file")) {
        Set<String> said = compile(go, compiler, one, release);
        Set<String> foretold = firstRoundOf(one.linknames(release).findings());
        if (!said.equals(foretold)) {
          differences.add(one.name() + ": compiler " + said + ", here " + foretold);
        }
        compiled++;
      }
    }

    assertThat(differences).isEmpty();
    assertThat(compiled).isGreaterThan(40);
  }

  @Test
  void importOfCIsAnImportOfUnsafe() throws Exception {
    GoToolchain go = GoToolchain.require("go1.26.8");
    Files.writeString(scratch.resolve("go.mod"), "module example.com/p\n\ngo 1.26\n");
    for (LinknameCase one : LinknameCase.all()) {
      if (one.name().equals("cgo-file")) {
        Files.copy(one.folder().resolve("a.go"), scratch.resolve("a.go"));
        assertThat(one.linknames(26).findings()).isEmpty();
      }
    }
    GoToolchain.Answer answer =
        go.run(scratch, List.of("env", "CGO_ENABLED=1", "go", "build", "./..."));

    assertThat(answer.output()).isEmpty();
    assertThat(answer.exit()).isZero();
  }

  /** The compiler stops after a round with mistakes; the second needs the whole package. */
  private static Set<String> firstRoundOf(List<Finding> findings) {
    Set<String> first = new TreeSet<>();
    Set<String> second = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        boolean early =
            finding.rule().equals(PackageLinknames.MALFORMED)
                || finding.rule().equals(PackageLinknames.MISSING_BODY)
                    && !finding.message().equals("missing function body");
        String place = finding.path() + ":" + finding.position() + ": ";
        (early ? first : second).add(place + finding.message());
      }
    }
    return first.isEmpty() ? second : first;
  }

  private Set<String> compile(GoToolchain go, Path compiler, LinknameCase one, int release)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (one.options().containsKey("goarch")) {
      command.addAll(List.of("env", "GOOS=js", "GOARCH=" + one.options().get("goarch")));
    }
    command.add(compiler.toString());
    command.addAll(List.of("-o", scratch.resolve("p.o").toString(), "-p", "example.com/p"));
    command.add("-lang=go1." + one.language(release));
    if (!one.otherLanguages()) {
      command.add("-complete");
    }
    command.addAll(one.files().keySet());
    GoToolchain.Answer answer = go.run(one.folder().toAbsolutePath(), command);
    Set<String> messages = new TreeSet<>();
    for (String line : answer.output().lines().toList()) {
      Matcher message = MESSAGE.matcher(line);
      messages.add(
          message.matches()
              ? message.group(1)
                  + ":"
                  + message.group(2)
                  + ":"
                  + message.group(3)
                  + ": "
                  + message.group(4)
              : line);
    }
    assertThat(answer.exit() == 0).as(one.name() + answer).isEqualTo(messages.isEmpty());
    return messages;
  }
}
