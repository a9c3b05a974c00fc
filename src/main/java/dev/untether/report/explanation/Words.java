package dev.untether.report.explanation;

import dev.untether.access.Slot;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.SymbolLife.Definition;
import dev.untether.review.explain.SymbolLife.Period;
import java.util.Optional;

/** What things are called in text. */
final class Words {
  private Words() {}

  /** Returns {@code 1.21..1.23}, or {@code 1.21} for a single release. */
  static String releases(int first, int last) {
    return first == last ? "1." + first : "1." + first + "..1." + last;
  }

  /** Returns what defines a symbol. */
  static String kind(Slot.Kind kind) {
    return switch (kind) {
      case ASSEMBLY_FUNCTION -> "assembly";
      case ASSEMBLY_DATA -> "assembly data";
      case THREAD_LOCAL -> "assembly thread-local data";
      case GO_FUNCTION -> "Go func";
      case WRAPPER -> "wrapper";
      case ZEROED_VARIABLE, INITIALISED_VARIABLE -> "Go var";
    };
  }

  /** Returns for whom the definition is meant. */
  static String openTo(Period period, Optional<Definition> definition) {
    if (period.blocked()) {
      return "blocked";
    }
    if (definition.isEmpty()) {
      return "-";
    }
    if (definition.get().pushed()) {
      return "all";
    }
    return definition.get().pushedToStd() ? "std" : "nobody";
  }

  /** Returns what to use instead, as a sentence; empty if nothing is known. */
  static String instead(Remedy remedy) {
    return remedy.replacement().map(Replacement::sentence).orElse("");
  }
}
