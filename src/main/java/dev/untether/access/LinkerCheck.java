package dev.untether.access;

import dev.untether.access.Situation.Decision;
import java.util.Optional;

/**
 * The linker's check of references, {@code checkLinkname} in cmd/link/internal/loader, one class
 * for each form that it has had.
 */
abstract sealed class LinkerCheck permits NoCheck, GoDefinitionCheck, EveryDefinitionCheck {

  /** Returns the form that a release has. */
  static LinkerCheck of(LinkerFacts linker) {
    if (!linker.checks()) {
      return new NoCheck();
    }
    if (linker.checksAssembly()) {
      return new EveryDefinitionCheck();
    }
    return linker.checksBuiltinPulls() ? new GoDefinitionCheck() : new BuiltinHoleCheck();
  }

  /** Decides on a reference from Go to a function. */
  abstract Decision pull(Situation situation);

  /** Decides on a reference from assembly. */
  Decision assembly(Situation situation) {
    return situation.isBuiltin() ? situation.defined(Rule.BUILTIN) : byName(situation);
  }

  /** Decides on a reference that the object file makes by name, as variables always are. */
  Decision byName(Situation situation) {
    Optional<Decision> listed = situation.listed();
    if (listed.isPresent()) {
      return listed.get();
    }
    if (situation.slot().isEmpty()) {
      return situation.undefined();
    }
    Slot slot = situation.slot().get();
    return slot.definer().equals(situation.referrer())
        ? Decision.accept(Rule.SAME_PACKAGE)
        : definition(situation, slot);
  }

  /** Decides by what the symbol's definition is. */
  abstract Decision definition(Situation situation, Slot slot);
}
