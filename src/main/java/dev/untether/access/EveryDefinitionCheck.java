package dev.untether.access;

import dev.untether.access.Situation.Decision;
import java.util.Optional;

/**
 * Go 1.27: what assembly defines must be pushed too, by a {@code //go:linkname} on its Go
 * declaration.
 */
final class EveryDefinitionCheck extends LinkerCheck {

  @Override
  Decision pull(Situation situation) {
    return byName(situation);
  }

  @Override
  Decision definition(Situation situation, Slot slot) {
    return slot.kind().isAssembly() ? ofAssembly(situation) : byDirective(slot);
  }

  private static Decision ofAssembly(Situation situation) {
    if (situation.symbol().startsWith(situation.referrer())) {
      return Decision.accept(Rule.NAMED_FOR_REFERRER);
    }
    if (situation.symbol().indexOf('.') < 0) {
      return Decision.accept(Rule.NO_PACKAGE_IN_NAME);
    }
    if (!situation.regabi()) {
      return Decision.accept(Rule.NO_WRAPPERS);
    }
    // The directive stands on the Go declaration, for which the compiler made the wrapper.
    Optional<Slot> wrapper = situation.other();
    if (wrapper.isEmpty()) {
      // A name without a definition has no object file, and the linker looks into it all the same.
      return Decision.reject(situation.named() ? Rule.LINKER_PANIC : Rule.NOT_PUSHED);
    }
    return byDirective(wrapper.get());
  }

  private static Decision byDirective(Slot slot) {
    if (slot.pushed()) {
      return Decision.accept(Rule.PUSHED);
    }
    return Decision.reject(slot.pushedToStd() ? Rule.STD_ONLY : Rule.NOT_PUSHED);
  }
}
