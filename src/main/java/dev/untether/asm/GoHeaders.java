package dev.untether.asm;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The headers of {@code GOROOT/pkg/include}, as our own statement of the names they define, so that
 * files are read the same on machines without Go.
 *
 * <p>{@code go_asm.h}, which the compiler makes for each package, is empty here: its names are
 * constants that the operand parser accepts unexpanded.
 */
final class GoHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "textflag.h", "funcdata.h", "go_asm.h", "asm_amd64.h", "asm_ppc64x.h", "asm_riscv64.h");
  private static final Map<String, AsmFile> LOADED = new ConcurrentHashMap<>();

  private GoHeaders() {}

  /** Returns the header with the last path element of {@code name}, as in ../runtime/textflag.h. */
  static Optional<AsmFile> find(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return NAMES.contains(last)
        ? Optional.of(LOADED.computeIfAbsent(last, GoHeaders::load))
        : Optional.empty();
  }

  private static AsmFile load(String name) {
    try (InputStream in = GoHeaders.class.getResourceAsStream("include/" + name)) {
      if (in == null) {
        throw new IllegalStateException("resource include/" + name + " is missing");
      }
      return AsmFile.parse(name, SourceText.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
