package dev.untether.report.proof;

import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.verify.CellProof;
import dev.untether.verify.CommandRun;
import dev.untether.verify.LinkResult;
import dev.untether.verify.Proof;
import dev.untether.verify.UnitProof;
import dev.untether.verify.Withdrawn;
import dev.untether.verify.code.CodeChange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Proofs as JSON: one object a cell for programs that read lines, or one object a module. */
public final class ProofJson {
  private static final int SCHEMA = 1;

  private ProofJson() {}

  /** Writes one line for each cell, and one for each change that was withdrawn. */
  public static void writeLines(String module, Proof proof, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    for (CellProof cell : proof.cells()) {
      lines.object(
          object -> {
            object.number("schemaVersion", SCHEMA).string("kind", "cell").string("module", module);
            cell(object, cell);
          });
    }
    for (Withdrawn each : proof.withdrawn()) {
      lines.object(
          object -> {
            object.number("schemaVersion", SCHEMA);
            object.string("kind", "withdrawn").string("module", module);
            withdrawn(object, proof, each);
          });
    }
    lines.flush();
  }

  /** Writes a module's proof as one object. */
  public static void write(String module, Proof proof, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    lines.object(
        object ->
            object
                .number("schemaVersion", SCHEMA)
                .string("kind", "proof")
                .string("module", module)
                .string("digestBefore", proof.before())
                .string("digestAfter", proof.after())
                .strings("notProven", ProofRows.unseen(proof))
                .objects("cells", proof.cells(), ProofJson::cell)
                .objects(
                    "withdrawn",
                    proof.withdrawn(),
                    (inner, each) -> withdrawn(inner, proof, each)));
    lines.flush();
  }

  private static void cell(JsonObjectWriter object, CellProof cell) {
    object
        .string("go", "1." + cell.cell().release())
        .string("toolchain", cell.go().orElse(""))
        .string("target", cell.cell().target().toString())
        .string("setting", cell.cell().variant().toString())
        .string("result", cell.state().name().toLowerCase(Locale.ROOT))
        .string("reason", cell.reason())
        .number("linked", cell.linked())
        .objects("failing", cell.failing(), ProofJson::unit)
        .objects("machineCode", cell.code(), ProofJson::code)
        .strings("objections", cell.objections())
        .number("millis", cell.millis())
        .objects("commands", cell.runs(), ProofJson::command);
  }

  private static void unit(JsonObjectWriter object, UnitProof unit) {
    object
        .string("unit", unit.unit())
        .string("before", word(unit.before()))
        .string("after", word(unit.after()))
        .string("messageBefore", unit.before().message())
        .string("messageAfter", unit.after().message());
  }

  private static String word(LinkResult outcome) {
    return outcome.status().name().toLowerCase(Locale.ROOT);
  }

  private static void code(JsonObjectWriter object, CodeChange change) {
    object
        .string("file", change.file())
        .string("symbol", change.symbol())
        .strings("removed", change.removed())
        .strings("added", change.added())
        .strings("problems", change.problems());
  }

  private static void command(JsonObjectWriter object, CommandRun run) {
    object
        .string("command", run.command())
        .string("tree", run.changed() ? "after" : "before")
        .number("exit", run.exit())
        .number("millis", run.millis());
  }

  private static void withdrawn(JsonObjectWriter object, Proof proof, Withdrawn each) {
    object
        .string("file", ProofText.name(proof, each))
        .strings("recipes", each.recipes())
        .string("reason", each.reason());
  }
}
