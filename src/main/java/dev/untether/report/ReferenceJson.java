package dev.untether.report;

import dev.untether.asm.SymbolReference;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The machine-readable form of references: one JSON object a line, in a fixed order of fields. */
public final class ReferenceJson {
  /** Raised when a field changes its meaning or goes; new fields may come without. */
  static final int SCHEMA_VERSION = 1;

  private ReferenceJson() {}

  /** Writes one line for each reference. */
  public static void write(Stream<ReferenceRow> rows, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    for (Iterator<ReferenceRow> it = rows.iterator(); it.hasNext(); ) {
      ReferenceRow row = it.next();
      if (row instanceof ReferenceRow.Assembly assembly) {
        lines.object(object -> fields(assembly.reference(), object));
      } else if (row instanceof ReferenceRow.Directive directive) {
        lines.object(object -> fields(directive.reference(), object));
      }
    }
    lines.flush();
  }

  private static void fields(LinknameReference reference, JsonObjectWriter object) {
    object
        .number("schemaVersion", SCHEMA_VERSION)
        .string("kind", "linkname")
        .string("module", reference.file().modulePath())
        .string("package", reference.packagePath())
        .string("file", reference.file().relative())
        .number("line", reference.position().line())
        .number("column", reference.position().column())
        .string("symbol", reference.symbol())
        .string("symbolPackage", LinkTarget.of(reference.symbol()).packagePath())
        .string("use", "linkname-" + reference.direction().word())
        .number("col", reference.position().column());
    IndexJson.directive(reference, object);
    object.strings("targets", reference.targets().stream().map(Target::toString).toList());
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
