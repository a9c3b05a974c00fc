package dev.untether.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.untether.module.dependency.ListedModule;
import dev.untether.module.dependency.ModuleVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code go list -m -json} prints: objects one after the other. Fields that are not known are
 * passed over, as every release of Go may bring some.
 */
public final class GoListJson {
  private GoListJson() {}

  /** The fields of one object that are strings or true, with {@code .} between nested names. */
  private record Fields(Map<String, String> strings, Set<String> flags) {
    Optional<String> string(String name) {
      return Optional.ofNullable(strings.get(name));
    }

    Optional<Path> path(String name) throws IOException {
      try {
        return string(name).map(Path::of);
      } catch (InvalidPathException e) {
        throw new IOException(name + " names no file: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Returns the modules in the order of the output.
   *
   * @throws IOException if the output cannot be read, is no JSON, or describes no modules
   */
  public static List<ListedModule> read(InputStream output) throws IOException {
    List<ListedModule> modules = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(output)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw new IOException("go list printed something else than objects: " + token);
        }
        modules.add(module(fields(parser)));
      }
    }
    return List.copyOf(modules);
  }

  private static Fields fields(JsonParser parser) throws IOException {
    Fields fields = new Fields(new HashMap<>(), new HashSet<>());
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("the output of go list ends in the middle of an object");
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        fields.strings().put(name(parser), parser.getText());
      } else if (token == JsonToken.VALUE_TRUE) {
        fields.flags().add(name(parser));
      }
    }
    return fields;
  }

  /** Returns the name of the current field, such as {@code Replace.Path}. */
  private static String name(JsonParser parser) {
    return parser.getParsingContext().pathAsPointer().toString().substring(1).replace('/', '.');
  }

  private static ListedModule module(Fields fields) throws IOException {
    String path = fields.string("Path").orElseThrow(() -> new IOException("go list named no Path"));
    return new ListedModule(
        path,
        fields.string("Version").orElse(""),
        fields.flags().contains("Main"),
        fields.flags().contains("Indirect"),
        fields
            .string("Replace.Path")
            .map(r -> new ModuleVersion(r, fields.string("Replace.Version").orElse(""))),
        fields.path("Dir"),
        fields.path("GoMod"),
        fields.string("GoVersion"),
        fields.string("Sum").or(() -> fields.string("Replace.Sum")),
        fields.string("Error.Err").or(() -> fields.string("Replace.Error.Err")));
  }
}
