package dev.untether.golang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions and variables that packages of the standard library export on every platform, as
 * the {@code api} directory of Go lists them: no generic functions, methods, or what only some
 * systems have.
 */
public final class StandardExports {
  private static final String TABLE = "standard-exports.tsv";

  private StandardExports() {}

  /**
   * A function or variable that anybody may use.
   *
   * @param packagePath the import path
   * @param name the name in the package
   * @param since the minor number of the first release that has it; 0 for Go 1
   * @param signatures the types that a function has been declared with, which are identical ones
   *     under other names; a variadic one also with a slice; empty for a variable
   */
  public record Export(String packagePath, String name, int since, List<String> signatures) {

    /** Copies the list. */
    public Export {
      signatures = List.copyOf(signatures);
    }

    /** Returns whether it is a variable. */
    public boolean isVariable() {
      return signatures.isEmpty();
    }
  }

  /** Returns what a symbol, as the linker names it, is to those who import its package. */
  public static Optional<Export> of(String symbol) {
    LinkTarget target = LinkTarget.of(symbol);
    boolean isExported =
        target.receiver().isEmpty()
            && !target.name().isEmpty()
            && Character.isUpperCase(target.name().charAt(0));
    return isExported
        ? Optional.ofNullable(Table.EXPORTS.get(target.packagePath() + "." + target.name()))
        : Optional.empty();
  }

  /** Read on first use: few runs ask. */
  private static final class Table {
    private static final Map<String, Export> EXPORTS = read();

    private static Map<String, Export> read() {
      Map<String, Export> exports = new HashMap<>();
      try (InputStream in = StandardExports.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks " + TABLE);
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines().map(Table::export).forEach(one -> exports.put(key(one), one));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return exports;
    }

    private static String key(Export export) {
      return export.packagePath() + "." + export.name();
    }

    private static Export export(String line) {
      String[] parts = line.split("\t", -1);
      List<String> signatures = new ArrayList<>();
      for (int i = 3; i < parts.length; i++) {
        String type = Signature.parse(parts[i]).map(Signature::type).orElse(parts[i]);
        signatures.add(type);
        // A declaration for the linker may say ...T or []T: the same argument is passed.
        if (type.contains("...")) {
          signatures.add(type.replace("...", "[]"));
        }
      }
      return new Export(parts[0], parts[1], Integer.parseInt(parts[2]), signatures);
    }
  }
}
