package dev.untether.report.exchange;

import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.RuleInfo;
import dev.untether.review.baseline.Baseline;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Findings as SARIF 2.1.0, on one line, as code scanning services take it.
 *
 * <p>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
public final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final int MOST_RELATED = 5;
  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  private final List<RuleInfo> rules;
  private final Function<String, Optional<SourceText>> texts;
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<Baseline.Entry, Integer> seen = new TreeMap<>();

  private Sarif(List<RuleInfo> rules, Function<String, Optional<SourceText>> texts) {
    this.rules = List.copyOf(rules);
    this.texts = texts;
    for (int i = 0; i < rules.size(); i++) {
      indices.put(rules.get(i).id(), i);
    }
  }

  /**
   * One result.
   *
   * @param finding the finding
   * @param suppression how somebody dealt with it; empty if nobody did
   */
  public record Result(CheckFinding finding, Optional<Suppression> suppression) {}

  /**
   * How somebody dealt with a finding.
   *
   * @param inSource whether a comment in the source says so; else it is a baseline
   * @param justification why
   */
  public record Suppression(boolean inSource, String justification) {}

  /**
   * A run of the program.
   *
   * @param rules every rule that had a chance to speak
   * @param results what they said
   * @param problems inputs that could not be read or understood
   * @param exit the exit code
   */
  public record Run(List<RuleInfo> rules, List<Result> results, List<Finding> problems, int exit) {
    /** Copies the lists. */
    public Run {
      rules = List.copyOf(rules);
      results = List.copyOf(results);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Writes a run.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   */
  public static void write(Run run, Function<String, Optional<SourceText>> texts, OutputStream out)
      throws IOException {
    JsonLines lines = new JsonLines(out);
    Sarif sarif = new Sarif(run.rules(), texts);
    lines.object(
        log ->
            log.string("$schema", SCHEMA)
                .string("version", "2.1.0")
                .objects("runs", List.of(run), sarif::run));
    lines.flush();
  }

  private void run(JsonObjectWriter object, Run run) {
    object
        .object(
            "tool",
            tool ->
                tool.object(
                    "driver",
                    driver ->
                        driver.string("name", "Untether").objects("rules", rules, this::rule)))
        .objects("invocations", List.of(run), this::invocation)
        .string("columnKind", "utf16CodeUnits")
        .objects("results", run.results(), this::result);
  }

  private void rule(JsonObjectWriter object, RuleInfo rule) {
    String markdown = rule.documentation();
    object
        .string("id", rule.id())
        .object("shortDescription", it -> it.string("text", rule.title()))
        .object("help", it -> it.string("text", markdown).string("markdown", markdown))
        .object("defaultConfiguration", it -> it.string("level", rule.severity().word()))
        .object(
            "properties",
            it -> it.strings("tags", List.of(rule.group().name().toLowerCase(Locale.ROOT))));
  }

  private void invocation(JsonObjectWriter object, Run run) {
    boolean complete = run.problems().stream().noneMatch(it -> it.severity() == Severity.ERROR);
    object
        .bool("executionSuccessful", complete)
        .number("exitCode", run.exit())
        .objects(
            "toolExecutionNotifications",
            run.problems(),
            (notification, problem) ->
                notification
                    .object("message", it -> it.string("text", problem.message()))
                    .string("level", problem.severity().word())
                    .object("descriptor", it -> it.string("id", problem.rule()))
                    .objects("locations", List.of(problem), this::location));
  }

  private void result(JsonObjectWriter object, Result result) {
    CheckFinding found = result.finding();
    Finding finding = found.advised();
    object.string("ruleId", finding.rule());
    Integer index = indices.get(finding.rule());
    if (index != null) {
      object.number("ruleIndex", index);
    }
    object
        .string("level", finding.severity().word())
        .object("message", it -> it.string("text", finding.message()))
        .objects("locations", List.of(finding), this::location)
        .object("partialFingerprints", it -> it.string("untether/v1", fingerprint(found)))
        .objects(
            "suppressions",
            result.suppression().stream().toList(),
            (it, suppression) ->
                it.string("kind", suppression.inSource() ? "inSource" : "external")
                    .string("justification", suppression.justification()));
    List<String> related = related(found);
    if (!related.isEmpty()) {
      object.objects("relatedLocations", related, Sarif::relatedLocation);
    }
  }

  /** Returns the lines of Go's source that decide it. */
  private static List<String> related(CheckFinding found) {
    List<String> links = new ArrayList<>();
    for (CellVerdict cell : found.verdicts()) {
      String link = cell.verdict().source();
      if (!link.isEmpty() && !links.contains(link) && links.size() < MOST_RELATED) {
        links.add(link);
      }
    }
    return links;
  }

  private static void relatedLocation(JsonObjectWriter object, String link) {
    object
        .object("message", it -> it.string("text", "the line of Go's source that decides it"))
        .object(
            "physicalLocation",
            it -> it.object("artifactLocation", artifact -> artifact.string("uri", link)));
  }

  private void location(JsonObjectWriter object, Finding finding) {
    object.object(
        "physicalLocation",
        it -> {
          it.object(
              "artifactLocation", artifact -> artifact.string("uri", encoded(finding.path())));
          if (finding.position().line() > 0) {
            it.object(
                "region",
                region ->
                    region
                        .number("startLine", finding.position().line())
                        .number("startColumn", utf16Column(finding)));
          }
        });
  }

  /** Returns a digest that stays while lines move, and differs for each result. */
  private String fingerprint(CheckFinding found) {
    Baseline.Entry entry = Baseline.entry(found, texts, UnaryOperator.identity());
    int ordinal = seen.merge(entry, 1, Integer::sum);
    return String.join(
        "|", entry.rule(), entry.symbol(), entry.path(), entry.line(), String.valueOf(ordinal));
  }

  /** Returns the column in UTF-16 code units; positions count characters. */
  private int utf16Column(Finding finding) {
    Position position = finding.position();
    Optional<SourceText> text = texts.apply(finding.path());
    if (text.isEmpty() || position.line() > text.get().lineCount()) {
      return Math.max(1, position.column());
    }
    SourceText source = text.get();
    int end =
        position.line() < source.lineCount()
            ? source.lineStart(position.line() + 1)
            : source.length();
    String line = source.slice(new Span(source.lineStart(position.line()), end));
    int characters = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
    return characters < 0 ? 1 : line.offsetByCodePoints(0, characters) + 1;
  }

  /** Returns a relative path as a URI reference. */
  static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
