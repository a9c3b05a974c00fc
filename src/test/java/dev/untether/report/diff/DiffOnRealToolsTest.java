package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.report.Command;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real {@code git} and {@code patch} judge the diffs. */
final class DiffOnRealToolsTest {
  private static final int FILES = 60;

  @TempDir Path directory;

  @BeforeAll
  static void toolsArePresent() {
    Command.assumePresent("git");
    Command.assumePresent("patch");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void gitAppliesRandomChangesForwardAndBack(long seed) throws IOException {
    List<FilePatch> patches = RandomPatches.of(new Random(seed), FILES);
    byte[] diff = new UnifiedDiff().toBytes(patches);
    applyForwardAndBack(patches, diff, "git", "apply", "--whitespace=nowarn");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void patchAppliesRandomChangesForwardAndBack(long seed) throws IOException {
    List<FilePatch> patches = RandomPatches.of(new Random(seed), FILES);
    byte[] diff = new UnifiedDiff().toBytes(patches);
    // A fuzzy match would hide a wrong line number.
    applyForwardAndBack(patches, diff, "patch", "-p1", "--fuzz=0", "--no-backup-if-mismatch");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, Integer.MAX_VALUE})
  void gitAppliesAnyWidthOfContext(int context) throws IOException {
    List<FilePatch> patches = RandomPatches.of(new Random(21), FILES);
    byte[] diff = new UnifiedDiff(context).toBytes(patches);
    applyForwardAndBack(patches, diff, "git", "apply", "--whitespace=nowarn", "--unidiff-zero");
  }

  private void applyForwardAndBack(List<FilePatch> patches, byte[] diff, String... apply)
      throws IOException {
    Map<String, SourceText> before = new TreeMap<>();
    Map<String, SourceText> after = new TreeMap<>();
    for (FilePatch patch : patches) {
      patch.before().ifPresent(text -> before.put(patch.path(), text));
      patch.after().ifPresent(text -> after.put(patch.path(), text));
    }
    for (Map.Entry<String, SourceText> file : before.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    Command command = new Command(directory);
    command.run(diff, apply);
    assertThat(read()).isEqualTo(after);
    command.run(diff, Stream.concat(Stream.of(apply), Stream.of("-R")).toArray(String[]::new));
    assertThat(read()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blank in name.s",
        " leading and trailing ",
        "tab\tnew\nline\rreturn",
        "quote\"back\\slash",
        "bell\u0007escape\u001Bdelete\u007F",
        "dev/null",
        "a/b",
        "b/b/b b/b",
        "x.s b/x.s",
        "blank/in /the end/ ",
      })
  void oddPathsReachTheFileTheyName(String path) throws IOException {
    SourceText one = SourceText.of("NOP\nRET\n");
    SourceText two = SourceText.of("NOP\nNOP\nRET\n");
    for (FilePatch patch :
        List.of(
            FilePatch.created(path, one),
            FilePatch.modified(path, one, two),
            FilePatch.deleted(path, two),
            FilePatch.created(path, SourceText.of("")),
            FilePatch.deleted(path, SourceText.of("")),
            FilePatch.modified(path, SourceText.of(""), one))) {
      byte[] diff = new UnifiedDiff().toBytes(List.of(patch));
      for (String[] apply : new String[][] {{"patch", "-p1"}, {"git", "apply"}}) {
        applyForwardAndBack(List.of(patch), diff, apply);
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  @Test
  void pathsOutsideAsciiReachGitAsUtf8() {
    // Read back through git: Java cannot name such files under LANG=C.
    Command command = new Command(directory);
    command.run(new byte[0], "git", "init", "-q");
    FilePatch patch = FilePatch.created("é/\uD83D\uDE00 ·.s", SourceText.of("RET\n"));
    command.run(new UnifiedDiff().toBytes(List.of(patch)), "git", "apply", "--cached");
    assertThat(command.run(new byte[0], "git", "ls-files", "-z"))
        .isEqualTo("é/\uD83D\uDE00 ·.s\0".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gitMergesWhereTheFileHasMovedOn() throws IOException {
    Command command = new Command(directory);
    command.run(new byte[0], "git", "init", "-q");
    String before = "a\nb\nc\nd\ne\n";
    write("x.s", SourceText.of(before));
    command.run(new byte[0], "git", "add", "x.s");
    write("x.s", SourceText.of(before.replace("b", "moved on")));
    command.run(new byte[0], "git", "add", "x.s");
    byte[] diff =
        new UnifiedDiff().toBytes(List.of(modified("x.s", before, before.replace("d", "D"))));
    command.run(diff, "git", "apply", "--3way");
    assertThat(Files.readString(directory.resolve("x.s"))).isEqualTo("a\nmoved on\nc\nD\ne\n");
  }

  @Test
  void theDiffIsTheOneGitWrites() throws IOException {
    assertThat(latin1(new UnifiedDiff().toBytes(everydayPatches())))
        .isEqualTo(diffByGit("--no-color"));
  }

  @Test
  void theColoursAreThoseOfGit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ColourDiff().write(everydayPatches(), out);
    assertThat(painted(latin1(out.toByteArray())))
        .isEqualTo(painted(diffByGit("--color=always")))
        .contains("[32m]+", "[31m]-", "[1m]d", "[36m]@", "[41m]\r");
  }

  /** Returns each character after the attributes it is shown with: what a reader sees. */
  private static String painted(String text) {
    StringBuilder painted = new StringBuilder();
    String attributes = "";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001B') {
        int end = text.indexOf('m', i);
        attributes = text.substring(i + 1, end + 1);
        i = end;
      } else {
        // Of a blank only the ground shows.
        boolean shows = " \t\r\n".indexOf(c) < 0 || attributes.equals("[41m");
        painted.append(shows && !attributes.equals("[m") ? attributes + "]" : "").append(c);
      }
    }
    return painted.toString();
  }

  private static List<FilePatch> everydayPatches() {
    String body = "\tMOVQ AX, BX\n\tMOVQ BX, CX\n\tADDQ $1, CX\n\tXORL DX, DX\n\tINCQ DX\n";
    String asm = "#include \"textflag.h\"\n\nTEXT ·f(SB), NOSPLIT, $0-8\n" + body + "\tRET\n";
    String twice = asm + "\nTEXT ·g(SB), NOSPLIT, $0-8\n" + body + body + "\tRET // é\n";
    return List.of(
        modified("a.s", twice, twice.replace("ADDQ $1", "ADDQ $2")),
        modified("b c.s", asm, asm.replace("f(SB)", "h(SB)").replace("\tRET\n", "\tRET")),
        modified(
            "crlf.s", asm.replace("\n", "\r\n"), asm.replace("\n", "\r\n").replace("$1", "$2")),
        modified("é.s", asm, asm + "\n// blanks at the end \t\n\n\t\n// end\n"),
        FilePatch.created("new.s", SourceText.of(asm)),
        FilePatch.created("new-empty.s", SourceText.of("")),
        FilePatch.deleted("old.s", SourceText.of(asm)),
        modified("z.s", asm, ""));
  }

  private static FilePatch modified(String path, String before, String after) {
    return FilePatch.modified(path, SourceText.of(before), SourceText.of(after));
  }

  /** Returns git's own diff of {@link #everydayPatches()}, one character a byte. */
  private String diffByGit(String colour) {
    Command command = new Command(directory);
    command.run(new byte[0], "git", "init", "-q");
    String before = tree(command, FilePatch::before);
    String after = tree(command, FilePatch::after);
    byte[] diff =
        command.run(
            new byte[0], "git", "diff", "--no-renames", "--full-index", colour, before, after);
    // Git knows the mode of a file that stays; a text has none.
    return latin1(diff).replaceAll("(index [0-9a-f]+\\.\\.[0-9a-f]+) 100644", "$1");
  }

  private static String tree(Command command, Function<FilePatch, Optional<SourceText>> side) {
    StringBuilder entries = new StringBuilder();
    for (FilePatch patch : everydayPatches()) {
      SourceText text = side.apply(patch).orElse(null);
      if (text != null) {
        String id = ascii(command.run(text.bytes(), "git", "hash-object", "-w", "--stdin"));
        entries.append("100644 blob ").append(id).append('\t').append(patch.path()).append('\0');
      }
    }
    byte[] input = entries.toString().getBytes(StandardCharsets.UTF_8);
    return ascii(command.run(input, "git", "mktree", "-z"));
  }

  private static String ascii(byte[] line) {
    return new String(line, StandardCharsets.US_ASCII).strip();
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void write(String path, SourceText text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.bytes());
  }

  private Map<String, SourceText> read() throws IOException {
    Map<String, SourceText> texts = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      texts.put(directory.relativize(file).toString(), SourceText.of(Files.readAllBytes(file)));
    }
    return texts;
  }
}
