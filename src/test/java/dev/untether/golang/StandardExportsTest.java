package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of exported names is what Go's own list says; {@code -Dupdate=true} renews it. */
final class StandardExportsTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/untether/golang/standard-exports.tsv");
  // A whole installation: the toolchains that go downloads lack the directory.
  private static final Path API = Path.of("/usr/local/go/api");
  private static final Pattern RELEASE = Pattern.compile("go1(?:\\.([0-9]+))?\\.txt");
  private static final Pattern FUNCTION =
      Pattern.compile("pkg ([a-z0-9/]+), func ([A-Z]\\w*)(\\(.*?)(?: #[0-9]+)?");
  private static final Pattern VARIABLE =
      Pattern.compile("pkg ([a-z0-9/]+), var ([A-Z]\\w*) .*?(?: #[0-9]+)?");
  private static final Pattern OWN_TYPE = Pattern.compile("(?<!\\w)(?<!(?<!\\.\\.)\\.)[A-Z]\\w*");

  @Test
  void theTableIsWhatGoSaysOfItself() throws IOException {
    String expected = String.join("", lines());
    if (Boolean.getBoolean("update")) {
      Files.writeString(TABLE, expected);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(expected);
  }

  @Test
  void everyTypeOfTheTableCanBeRead() throws IOException {
    for (String line : Files.readAllLines(TABLE)) {
      String[] parts = line.split("\t", -1);
      for (int i = 3; i < parts.length; i++) {
        assertThat(Signature.parse(parts[i])).as(line).isPresent();
      }
    }
  }

  @Test
  void aFunctionHasTheReleaseThatBroughtItAndItsTypes() {
    StandardExports.Export add = StandardExports.of("sync/atomic.AndUint32").orElseThrow();
    assertThat(add.since()).isEqualTo(23);
    assertThat(add.packagePath()).isEqualTo("sync/atomic");
    assertThat(add.signatures()).containsExactly("func(*uint32, uint32) uint32");
    assertThat(StandardExports.of("time.Sleep").orElseThrow().signatures())
        .containsExactly("func(time.Duration)");
    assertThat(StandardExports.of("os.Stat").orElseThrow().signatures())
        .containsExactly("func(string) (fs.FileInfo, error)", "func(string) (os.FileInfo, error)");
  }

  @Test
  void aVariadicFunctionMayBeDeclaredWithASlice() {
    assertThat(StandardExports.of("fmt.Sprint").orElseThrow().signatures())
        .containsExactly("func(...interface{}) string", "func([]interface{}) string");
  }

  @Test
  void aVariableHasNoType() {
    assertThat(StandardExports.of("os.Args").orElseThrow().isVariable()).isTrue();
    assertThat(StandardExports.of("os.Exit").orElseThrow().isVariable()).isFalse();
  }

  @Test
  void whatIsNotExportedIsNotFound() {
    for (String symbol :
        List.of(
            "runtime.nanotime",
            "internal/bytealg.IndexByte",
            "strings.(*Builder).Grow",
            "time.Time.Unix",
            "slices.Sort",
            "example.com/m.Exported",
            "unsafe.Add",
            "os.NoSuchName")) {
      assertThat(StandardExports.of(symbol)).as(symbol).isEmpty();
    }
  }

  /** What is known of one name. */
  private record Known(int since, Set<String> types) {}

  private static List<String> lines() {
    Map<String, Known> known = new TreeMap<>();
    try (Stream<Path> files = Files.list(API)) {
      for (Path file : files.sorted().toList()) {
        Matcher release = RELEASE.matcher(file.getFileName().toString());
        if (release.matches()) {
          int since = release.group(1) == null ? 0 : Integer.parseInt(release.group(1));
          Files.readAllLines(file).forEach(line -> add(line, since, known));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("needs an installed Go 1.26, with its api directory", e);
    }
    List<String> lines = new ArrayList<>();
    known.forEach(
        (name, one) -> {
          StringBuilder line = new StringBuilder(name).append('\t').append(one.since());
          one.types().forEach(type -> line.append('\t').append(type));
          lines.add(line.append('\n').toString());
        });
    return lines;
  }

  private static void add(String line, int since, Map<String, Known> known) {
    Matcher function = FUNCTION.matcher(line);
    Matcher variable = VARIABLE.matcher(line);
    boolean isFunction = function.matches();
    Matcher matcher = isFunction ? function : variable;
    if (!isFunction && !variable.matches() || matcher.group(1).equals("unsafe")) {
      return;
    }
    String path = matcher.group(1);
    String name = path.replaceFirst("/v[0-9]+$", "").replaceFirst(".*/", "");
    Known one =
        known.computeIfAbsent(
            path + "\t" + matcher.group(2), key -> new Known(since, new TreeSet<>()));
    known.put(path + "\t" + matcher.group(2), new Known(Math.min(one.since(), since), one.types()));
    if (isFunction) {
      String type = OWN_TYPE.matcher(function.group(3)).replaceAll(own -> name + "." + own.group());
      one.types().add("func" + type);
    }
  }
}
