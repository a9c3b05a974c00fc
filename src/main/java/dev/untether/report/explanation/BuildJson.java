package dev.untether.report.explanation;

import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.target.Target;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.review.CellVerdict;
import dev.untether.review.JudgedReference;
import dev.untether.review.buildlog.BuildFailure;
import dev.untether.review.buildlog.Diagnosis;
import dev.untether.review.buildlog.Owner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A failed build, explained to programs: one object for each failure, then one for each symbol. */
public final class BuildJson {
  private static final int SCHEMA_VERSION = 1;

  private BuildJson() {}

  /** Writes the lines. */
  public static void write(BuildExplanation explanation, JsonLines out) throws IOException {
    for (Diagnosis diagnosis : explanation.diagnoses().all()) {
      out.object(json -> failure(json, diagnosis, explanation));
    }
    for (Map.Entry<String, List<JudgedReference>> next :
        explanation.diagnoses().next().entrySet()) {
      out.object(
          json -> {
            json.number("schemaVersion", SCHEMA_VERSION)
                .string("kind", "next")
                .string("symbol", next.getKey());
            references(json, next.getValue(), explanation);
            SymbolJson.advice(json, explanation.advice().apply(next.getKey()));
          });
    }
  }

  private static void failure(
      JsonObjectWriter json, Diagnosis diagnosis, BuildExplanation explanation) {
    BuildFailure failure = diagnosis.failure();
    json.number("schemaVersion", SCHEMA_VERSION)
        .string("kind", "failure")
        .string("failure", failure.kind().id())
        .string("line", failure.line())
        .string("program", failure.program())
        .string("referrer", failure.referrer())
        .string("symbol", failure.symbol())
        .string("meaning", failure.kind().meaning())
        .string("advice", failure.kind().advice());
    references(json, diagnosis.references(), explanation);
    List<String> symbols = List.copyOf(diagnosis.symbols());
    json.objects(
        "symbols",
        symbols,
        (inner, symbol) -> {
          inner.string("symbol", symbol);
          SymbolJson.advice(inner, explanation.advice().apply(symbol));
        });
    if (explanation.owner(diagnosis).isPresent()) {
      Owner owner = explanation.owner(diagnosis).get();
      json.object(
          "dependency",
          inner -> {
            inner
                .string("module", owner.module().path())
                .string("version", owner.module().version())
                .strings("why", owner.why().stream().map(ModuleVersion::toString).toList());
            references(inner, owner.references(), explanation);
          });
    }
  }

  private static void references(
      JsonObjectWriter json, List<JudgedReference> references, BuildExplanation explanation) {
    json.objects(
        "references",
        references,
        (inner, reference) -> {
          inner
              .string("file", explanation.paths().apply(reference.file()))
              .number("line", reference.position().line())
              .number("column", reference.position().column())
              .string("use", BuildExplanation.use(reference))
              .string("symbol", reference.symbol());
          inner.objects(
              "refusedBy",
              refusals(explanation.scope().refusals(reference)).entrySet(),
              (cell, release) ->
                  cell.string("go", "1." + release.getKey())
                      .strings("targets", release.getValue()));
        });
  }

  private static Map<Integer, List<String>> refusals(List<CellVerdict> refusals) {
    Map<Integer, TreeSet<Target>> targets = new TreeMap<>();
    for (CellVerdict cell : refusals) {
      targets.computeIfAbsent(cell.release(), release -> new TreeSet<>()).add(cell.target());
    }
    Map<Integer, List<String>> words = new TreeMap<>();
    targets.forEach(
        (release, found) -> {
          List<String> names = new ArrayList<>();
          found.forEach(target -> names.add(target.toString()));
          words.put(release, names);
        });
    return words;
  }
}
