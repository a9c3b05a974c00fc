package dev.untether.report;

import dev.untether.asm.SymbolReference;
import dev.untether.asm.Use;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.linkname.DeclarationPlace;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.Target;
import dev.untether.text.Position;
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
    writeDependency(rows, List.of(), out);
  }

  /**
   * Writes one line for each reference of a dependency.
   *
   * @param why the chain of requirements that brings it in; each line ends with it, unless empty
   */
  public static void writeDependency(Stream<ReferenceRow> rows, List<String> why, OutputStream out)
      throws IOException {
    JsonLines lines = new JsonLines(out);
    for (Iterator<ReferenceRow> it = rows.iterator(); it.hasNext(); ) {
      ReferenceRow row = it.next();
      lines.object(
          object -> {
            if (row instanceof ReferenceRow.Assembly assembly) {
              fields(assembly, object);
            } else if (row instanceof ReferenceRow.Directive directive) {
              fields(directive.reference(), object);
            }
            if (!why.isEmpty()) {
              object.strings("why", why);
            }
          });
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
    object
        .strings("targets", reference.targets().stream().map(Target::toString).toList())
        .bool("generated", reference.generated());
  }

  private static void fields(ReferenceRow.Assembly row, JsonObjectWriter object) {
    AssemblyReference reference = row.reference();
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
      object.object("origin", it -> place(origin.file(), origin.position(), it));
    } else {
      object.nothing("origin");
    }
    object
        .strings("targets", reference.targets().stream().map(Target::toString).toList())
        .strings("warnings", List.of())
        .bool("generated", reference.generated());
    if (seen.use() == Use.DEFINE) {
      declarations(row.resolved(), object);
    }
  }

  /** One declaration is the rule; builds for different targets may each have their own. */
  private static void declarations(List<DeclarationPlace> places, JsonObjectWriter object) {
    if (places.isEmpty()) {
      object.nothing("declaration");
      return;
    }
    DeclarationPlace first = places.get(0);
    object.object("declaration", it -> place(first.file(), first.position(), it));
    if (places.size() > 1) {
      object.objects(
          "otherDeclarations",
          places.subList(1, places.size()),
          (it, one) -> place(one.file(), one.position(), it));
    }
  }

  private static void place(String file, Position position, JsonObjectWriter object) {
    object.string("file", file).number("line", position.line()).number("column", position.column());
  }
}
