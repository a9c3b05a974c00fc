package dev.untether.campaign.shard;

import dev.untether.report.json.Json;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ResultFile} writes; a file that is not whole is refused. */
public final class ResultReader {
  /** Rule id: a file is not the whole result of a run. */
  public static final String RULE = "campaign-results";

  // Reasons are sentences: a line beyond this is not ours, and is not kept in memory.
  private static final int LONGEST_LINE = 1 << 20;
  private static final String START_OVER = "; run this shard again";

  private final String shownAs;
  private final List<Results.Unit> units = new ArrayList<>();
  private final List<Results.Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable Json run;
  private boolean ended;
  private int line;

  private ResultReader(String shownAs) {
    this.shownAs = shownAs;
  }

  /**
   * What came of reading.
   *
   * @param shownAs the file as the user named it
   * @param results nothing, if there is a problem
   */
  public record Outcome(String shownAs, Optional<Results> results, Optional<Finding> problem) {}

  /** Returns what a file holds. */
  public static Outcome read(Path file) {
    String shownAs = file.toString();
    ResultReader reader = new ResultReader(shownAs);
    // A pipe or device would never end.
    if (!Files.isRegularFile(file)) {
      return reader.refused(0, "not a file; expected what `batch` wrote with --results");
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Outcome(shownAs, Optional.of(reader.all(in)), Optional.empty());
    } catch (Refused e) {
      return reader.refused(reader.line, e.reason);
    } catch (CharacterCodingException e) {
      return reader.refused(reader.line + 1, "not UTF-8; expected JSON Lines that `batch` wrote");
    } catch (IOException e) {
      return reader.refused(0, "cannot be read: " + e.getMessage());
    }
  }

  private Outcome refused(int at, String message) {
    Position position = at == 0 ? Finding.WHOLE_FILE : new Position(at, 1);
    return new Outcome(
        shownAs,
        Optional.empty(),
        Optional.of(new Finding(RULE, Severity.ERROR, shownAs, position, message)));
  }

  private Results all(BufferedReader in) throws IOException {
    for (String text = next(in); text != null; text = next(in)) {
      line++;
      if (ended) {
        throw new Refused("more after the end; expected the results of one run");
      }
      take(parsed(text));
    }
    if (run == null) {
      throw new Refused("empty; expected a line of kind `run`" + START_OVER);
    }
    if (!ended) {
      throw new Refused("cut off: the line of kind `end` is missing" + START_OVER);
    }
    return new Results(
        required(run, "campaign"),
        required(run, "command"),
        run.at("digest").text().orElse(""),
        shards(required(run, "shard")),
        units,
        problems);
  }

  private static @Nullable String next(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (text.length() == LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " characters");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private static Json parsed(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new Refused("not an object of JSON; the file was cut off or edited" + START_OVER);
    }
  }

  private void take(Json object) {
    String kind = required(object, "kind");
    if (run == null && !kind.equals(ResultFile.RUN)) {
      throw new Refused("the kind `" + kind + "`; expected `run` first");
    }
    switch (kind) {
      case ResultFile.RUN -> run(object);
      case ResultFile.UNIT -> unit(object);
      case ResultFile.PROBLEM ->
          problems.add(
              new Results.Problem(
                  object.at("repository").text().orElse(""), required(object, "message")));
      case ResultFile.END -> end(object);
      default ->
          throw new Refused(
              "the kind `"
                  + kind
                  + "`; expected `unit`, `problem` or `end`; was this written by a"
                  + " newer version?");
    }
  }

  private void run(Json object) {
    if (run != null) {
      throw new Refused("a second line of kind `run`; expected the results of one run");
    }
    long version = object.at("schemaVersion").number().orElse(0L);
    if (version != ResultFile.SCHEMA_VERSION) {
      throw new Refused(
          "schema version " + version + "; this version reads " + ResultFile.SCHEMA_VERSION);
    }
    run = object;
  }

  private void unit(Json object) {
    Results.Unit unit =
        new Results.Unit(
            required(object, "repository"),
            required(object, "unit"),
            required(object, "state"),
            object.at("branch").text().orElse(""),
            object.at("pullRequest").text().orElse(""),
            object.at("base").text().orElse(""),
            object.at("content").text().orElse(""),
            object.at("reason").text().orElse(""));
    if (!names.add(unit.repository() + '\0' + unit.unit())) {
      throw new Refused("the unit " + unit.name() + " a second time; expected each once");
    }
    units.add(unit);
  }

  private void end(Json object) {
    count(object, "units", units.size());
    count(object, "problems", problems.size());
    ended = true;
  }

  private static void count(Json object, String what, int there) {
    long said = object.at(what).number().orElse(-1L);
    if (said != there) {
      throw new Refused(
          there + " " + what + ", but the end counts " + said + "; lines are missing" + START_OVER);
    }
  }

  private static String required(Json object, String field) {
    return object
        .at(field)
        .text()
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new Refused("no text `" + field + "`; expected what `batch` wrote"));
  }

  private static List<Shard> shards(String text) {
    List<Shard> shards = new ArrayList<>();
    for (String shard : text.split(",", -1)) {
      try {
        shards.add(Shard.parse(shard));
      } catch (IllegalArgumentException e) {
        throw new Refused(e.getMessage());
      }
    }
    return shards;
  }

  /** A file that is refused as a whole. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String reason;

    Refused(@Nullable String reason) {
      super(reason);
      this.reason = reason == null ? "" : reason;
    }
  }
}
