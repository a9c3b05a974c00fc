package dev.untether.review.buildlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output of a failed build, as far as it is about the insides of the standard library.
 *
 * @param failures what failed, in the order of the output, each once
 * @param release the N of the Go 1.N that built, if the output says so
 * @param target what it was built for, if the output says so
 * @param truncated whether the output is longer than what was read
 */
public record BuildLog(
    List<BuildFailure> failures, OptionalInt release, Optional<Target> target, boolean truncated) {

  /** Copies the list. */
  public BuildLog {
    failures = List.copyOf(failures);
  }

  /** Returns what {@code in} says; reads at most 64 MiB, and of no line more than 8 KiB. */
  public static BuildLog read(InputStream in) throws IOException {
    Reader reader = new Reader();
    reader.read(new BufferedInputStream(in));
    return reader.result();
  }

  /** Returns those of {@code releases} that can have failed in all these ways; else all. */
  public ReleaseRange within(ReleaseRange releases) {
    if (release.isPresent() && releases.contains(release.getAsInt())) {
      return ReleaseRange.only(release.getAsInt());
    }
    ReleaseRange possible = releases;
    for (BuildFailure failure : failures) {
      Optional<ReleaseRange> narrower = failure.kind().within(possible);
      if (narrower.isEmpty()) {
        return releases;
      }
      possible = narrower.get();
    }
    return possible;
  }

  private static final class Reader {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_OF_LINE = 8 << 10;
    private static final int MOST_FAILURES = 10_000;

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
    private static final Pattern RELEASE =
        Pattern.compile(
            "(?:go version |-goversion |toolchain@v0\\.0\\.1-)go1\\.([0-9]{1,4})(?![0-9])");
    private static final Pattern SYSTEM = Pattern.compile("\\bGOOS(?:=['\"]?|_)([a-z0-9]{2,20})");
    private static final Pattern ARCHITECTURE =
        Pattern.compile("\\bGOARCH(?:=['\"]?|_)([a-z0-9]{2,20})");

    private final Map<BuildFailure, BuildFailure> failures = new LinkedHashMap<>();
    private String program = "";
    private String system = "";
    private String architecture = "";
    private OptionalInt release = OptionalInt.empty();
    private boolean truncated;

    void read(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long bytes = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (++bytes > MOST_BYTES) {
          truncated = true;
          break;
        }
        if (next == '\n') {
          line(line.toString(UTF_8));
          line.reset();
        } else if (line.size() < MOST_OF_LINE) {
          line.write(next);
        }
      }
      line(line.toString(UTF_8));
    }

    private void line(String raw) {
      String line = raw.indexOf('\u001b') < 0 ? raw : COLOURS.matcher(raw).replaceAll("");
      if (line.startsWith("# ")) {
        program = line.substring(2).replaceFirst(" \\[.*", "").strip();
        return;
      }
      readSettings(line);
      for (LinePattern pattern : LinePattern.ALL) {
        Optional<BuildFailure> failure = pattern.read(line, program);
        if (failure.isPresent()) {
          if (failures.size() < MOST_FAILURES) {
            failures.putIfAbsent(failure.get(), failure.get());
          } else {
            truncated = true;
          }
          return;
        }
      }
    }

    private void readSettings(String line) {
      Matcher version = RELEASE.matcher(line);
      if (release.isEmpty() && version.find()) {
        release = OptionalInt.of(Integer.parseInt(version.group(1)));
      }
      if (!line.contains("GO")) {
        return;
      }
      Matcher os = SYSTEM.matcher(line);
      Matcher arch = ARCHITECTURE.matcher(line);
      if (system.isEmpty() && os.find()) {
        system = os.group(1);
      }
      if (architecture.isEmpty() && arch.find()) {
        architecture = arch.group(1);
      }
    }

    BuildLog result() {
      Optional<Target> target =
          system.isEmpty() || architecture.isEmpty()
              ? Optional.empty()
              : Optional.of(new Target(system, architecture));
      return new BuildLog(List.copyOf(failures.values()), release, target, truncated);
    }
  }
}
