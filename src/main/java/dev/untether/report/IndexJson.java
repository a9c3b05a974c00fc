package dev.untether.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.untether.asm.Use;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.DeclarationPlace;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * The index as one JSON array. Objects for linknames have the fields of golinkname's index, by the
 * same names and in the same order, and {@code targets} where only some of the targets asked for
 * build the file; those for assembly say so in {@code kind}. The schema is in {@code
 * index.schema.json}.
 */
public final class IndexJson {
  private final boolean pretty;
  private final Function<SourceFile, SortedSet<Target>> asked;

  /**
   * Makes a writer.
   *
   * @param pretty whether to write one field a line, with two blanks for each level
   * @param asked gives the targets that were looked at for the module of a file
   */
  public IndexJson(boolean pretty, Function<SourceFile, SortedSet<Target>> asked) {
    this.pretty = pretty;
    this.asked = asked;
  }

  /** Writes all of {@code rows} and a line feed. */
  public void write(List<ReferenceRow> rows, OutputStream out) throws IOException {
    JsonGenerator generator = JsonLines.FACTORY.createGenerator(out);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    if (pretty) {
      generator.setPrettyPrinter(prettyPrinter());
    }
    try {
      generator.writeStartArray();
      for (ReferenceRow row : rows) {
        generator.writeStartObject();
        JsonObjectWriter object = new JsonObjectWriter(generator);
        if (row instanceof ReferenceRow.Assembly assembly) {
          fields(assembly, object);
        } else if (row instanceof ReferenceRow.Directive directive) {
          fields(directive.reference(), object);
        }
        generator.writeEndObject();
      }
      generator.writeEndArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    generator.writeRaw('\n');
    generator.flush();
  }

  /** As jq and Go's encoding/json lay it out, so that outputs can be compared as texts. */
  private static DefaultPrettyPrinter prettyPrinter() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return printer;
  }

  private void fields(LinknameReference reference, JsonObjectWriter object) {
    object
        .number("schemaVersion", ReferenceJson.SCHEMA_VERSION)
        .string("file", reference.file().relative())
        .number("line", reference.position().line())
        .number("col", reference.position().column());
    directive(reference, object);
    targets(reference.file(), reference.targets(), object);
  }

  /** Writes golinkname's fields behind those of the place. */
  static void directive(LinknameReference reference, JsonObjectWriter object) {
    object
        .string("form", reference.form().word())
        .string("direction", reference.direction().word())
        .string("localName", reference.localName());
    if (reference.kind() == LinknameReference.Kind.NONE) {
      object.nothing("declName").nothing("declKind");
    } else {
      object.string("declName", reference.localName()).string("declKind", reference.kind().word());
    }
    target(reference.target(), reference.resolved(), object);
    object
        .bool("hasUnsafeImport", reference.importsUnsafe())
        .strings("warnings", reference.warnings());
  }

  private void fields(ReferenceRow.Assembly row, JsonObjectWriter object) {
    AssemblyReference reference = row.reference();
    boolean defines = reference.reference().use() == Use.DEFINE;
    object
        .number("schemaVersion", ReferenceJson.SCHEMA_VERSION)
        .string("kind", "asm")
        .string("file", row.file())
        .number("line", row.position().line())
        .number("col", row.position().column())
        .string("form", reference.reference().use().word())
        .string("direction", defines ? "push" : "pull")
        .string("localName", IndexTable.local(reference))
        .string("function", reference.function());
    target(Optional.of(LinkTarget.of(reference.symbol())), row.resolved(), object);
    object.strings("warnings", List.of());
    targets(reference.file(), reference.targets(), object);
  }

  private static void target(
      Optional<LinkTarget> target, List<DeclarationPlace> resolved, JsonObjectWriter object) {
    if (target.isEmpty()) {
      object.nothing("target");
      return;
    }
    LinkTarget symbol = target.get();
    object.object(
        "target",
        fields ->
            fields
                .string("raw", symbol.raw())
                .string("pkgPath", symbol.packagePath())
                .string("name", nameInPackage(symbol))
                .objects(
                    "resolved",
                    resolved,
                    (place, it) ->
                        place
                            .string("file", it.file())
                            .number("line", it.position().line())
                            .number("col", it.position().column())
                            .bool("inModule", it.inModule())));
  }

  /** Returns the name behind the package, for a method with its receiver as it is written. */
  private static String nameInPackage(LinkTarget symbol) {
    if (symbol.receiver().isEmpty()) {
      return symbol.name();
    }
    String type = symbol.receiver().get();
    return (symbol.pointer() ? "(*" + type + ")" : type) + "." + symbol.name();
  }

  private void targets(SourceFile file, SortedSet<Target> targets, JsonObjectWriter object) {
    if (!targets.equals(asked.apply(file))) {
      object.strings("targets", targets.stream().map(Target::toString).toList());
    }
  }
}
