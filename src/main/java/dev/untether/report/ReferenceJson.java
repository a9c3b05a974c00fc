package dev.untether.report;

import dev.untether.asm.SymbolReference;
import dev.untether.module.AssemblyReference;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The machine-readable form of references: one JSON object a line, in a fixed order of fields. */
public final class ReferenceJson {
  /** Raised when a field changes its meaning or goes; new fields may come without. */
  private static final int SCHEMA_VERSION = 1;

  private ReferenceJson() {}

  /** Writes one line for each reference. */
  public static void write(Stream<AssemblyReference> references, OutputStream out)
      throws IOException {
    JsonLines lines = new JsonLines(out);
    for (Iterator<AssemblyReference> it = references.iterator(); it.hasNext(); ) {
      AssemblyReference reference = it.next();
      lines.object(object -> fields(reference, object));
    }
    lines.flush();
  }

  private static void fields(AssemblyReference reference, JsonObjectWriter object) {
    SymbolReference seen = reference.reference();
    object
        .number("schemaVersion", SCHEMA_VERSION)
        .string("kind", "asm")
        .string("module", reference.file().modulePath())
        .string("package", reference.file().packagePath())
        .string("file", reference.file().relative())
        .number("line", seen.position().line())
        .number("column", seen.position().column())
        .string("symbol", reference.symbol())
        .string("symbolPackage", reference.symbolPackage())
        .string("symbolName", reference.symbolName())
        .string("abi", seen.symbol().abi())
        .bool("static", seen.symbol().isStatic())
        .string("use", seen.use().word())
        .string("function", reference.function())
        .strings("macro", seen.macros());
    if (seen.origin().isPresent()) {
      SymbolReference.Origin origin = seen.origin().get();
      object.object(
          "origin",
          place ->
              place
                  .string("file", origin.file())
                  .number("line", origin.position().line())
                  .number("column", origin.position().column()));
    } else {
      object.nothing("origin");
    }
    object
        .strings("targets", reference.targets().stream().map(Target::toString).toList())
        .strings("warnings", List.of());
  }
}
