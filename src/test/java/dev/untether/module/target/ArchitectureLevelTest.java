package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of architecture levels, against what the go command itself says and does. */
final class ArchitectureLevelTest {
  private static final Pattern DEFINE = Pattern.compile("-D (GO[A-Z0-9]+_[A-Za-z0-9_.]+)");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "386, 2",
    "amd64, 4",
    "arm, 3",
    "arm64, 16",
    "loong64, 0",
    "mips, 2",
    "mipsle, 2",
    "mips64, 2",
    "mips64le, 2",
    "ppc64, 3",
    "ppc64le, 3",
    "riscv64, 3",
    "s390x, 0",
  })
  void everyLevelSetsTheTagsAndNamesThatTheGoCommandSets(String goarch, int count)
      throws Exception {
    GoToolchain go = GoToolchain.require("go1.26.8");
    Target target = new Target("linux", goarch);
    List<ArchitectureLevel> levels = ArchitectureLevel.of(target, 26);
    Files.writeString(directory.resolve("go.mod"), "module m\n\ngo 1.21\n");
    Files.writeString(directory.resolve("a.go"), "package m\n\nfunc F()\n");
    Files.writeString(directory.resolve("a.s"), "TEXT ·F(SB),4,$0-0\n\tRET\n");

    assertThat(levels).hasSize(count);
    for (ArchitectureLevel level : levels) {
      String tags = run(go, target, level, "list", "-f", "{{context.ToolTags}}", ".");
      assertThat(words(tags, goarch + "."))
          .as(level.toString())
          .isEqualTo(new TreeSet<>(level.tags()));
      String commands = run(go, target, level, "build", "-n", ".");
      Set<String> defines =
          DEFINE
              .matcher(commands)
              .results()
              .map(it -> it.group(1))
              .filter(it -> !it.startsWith("GOOS_") && !it.startsWith("GOARCH_"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(defines).as(level.toString()).isEqualTo(new TreeSet<>(level.defines()));
    }
  }

  @Test
  void theDefaultIsOneOfThem() {
    assertThat(ArchitectureLevel.byDefault(new Target("linux", "arm"), 26))
        .hasValueSatisfying(level -> assertThat(level.value()).isEqualTo("7"));
    assertThat(ArchitectureLevel.byDefault(new Target("linux", "s390x"), 26)).isEmpty();
  }

  @Test
  void releasesBeforeALevelDoNotHaveIt() {
    assertThat(ArchitectureLevel.of(new Target("linux", "arm64"), 22)).isEmpty();
    assertThat(ArchitectureLevel.of(new Target("linux", "riscv64"), 24))
        .extracting(ArchitectureLevel::value)
        .containsExactly("rva20u64", "rva22u64");
    assertThat(ArchitectureLevel.of(new Target("linux", "arm"), 21))
        .allSatisfy(level -> assertThat(level.defines()).isEmpty());
  }

  @Test
  void aLevelTakesThePlaceOfTheDefault() {
    Target arm = new Target("linux", "arm");
    ArchitectureLevel five = ArchitectureLevel.of(arm, 26).get(0);
    BuildContext byDefault = new BuildContext(arm, false, Set.of(), 26);
    BuildContext lowest = new BuildContext(arm, false, Set.of(), 26, Optional.of(five));

    assertThat(byDefault.isSet("arm.7")).isTrue();
    assertThat(lowest.isSet("arm.7")).isFalse();
    assertThat(lowest.isSet("arm.5")).isTrue();
    assertThat(lowest.isSet("arm")).isTrue();
  }

  private static Set<String> words(String text, String prefix) {
    return Arrays.stream(text.split("[\\s\\[\\]]+", -1))
        .filter(word -> word.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String run(GoToolchain go, Target target, ArchitectureLevel level, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(go.goroot().resolve("bin/go").toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("GOROOT", go.goroot().toString());
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("GOFLAGS", "");
    builder.environment().put("CGO_ENABLED", "0");
    builder.environment().put("GOOS", target.goos());
    builder.environment().put("GOARCH", target.goarch());
    builder.environment().put(level.variable(), level.value());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(output, StandardCharsets.UTF_8);
  }
}
