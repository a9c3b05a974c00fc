package dev.untether.access;

import dev.untether.access.Situation.Decision;
import java.util.Optional;

/**
 * The linker's check of references, {@code checkLinkname} in cmd/link/internal/loader, one class
 * for each form that it has had.
 */
abstract sealed class LinkerCheck
    permits LinkerCheck.NoCheck, LinkerCheck.GoDefinitionCheck, LinkerCheck.EveryDefinitionCheck {

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

  /** Go 1.22 and before: whatever is defined may be referred to. */
  static final class NoCheck extends LinkerCheck {

    @Override
    Decision pull(Situation situation) {
      return byName(situation);
    }

    @Override
    Decision assembly(Situation situation) {
      return byName(situation);
    }

    @Override
    Decision byName(Situation situation) {
      return situation.defined(Rule.NOT_CHECKED);
    }

    @Override
    Decision definition(Situation situation, Slot slot) {
      return Decision.accept(Rule.NOT_CHECKED);
    }
  }

  /** Go 1.23: as later, but a pull of a builtin is encoded by number and so never checked. */
  static final class BuiltinHoleCheck extends GoDefinitionCheck {

    @Override
    Decision pull(Situation situation) {
      return situation.isBuiltin() ? situation.defined(Rule.BUILTIN) : byName(situation);
    }
  }

  /** Go 1.24 to 1.26: what Go code defines must be pushed; assembly and wrappers pass. */
  static sealed class GoDefinitionCheck extends LinkerCheck permits BuiltinHoleCheck {

    @Override
    Decision pull(Situation situation) {
      return byName(situation);
    }

    @Override
    final Decision definition(Situation situation, Slot slot) {
      if (slot.kind().isAssembly()) {
        // The go command does not tell the assembler that it assembles the standard library.
        return Decision.accept(Rule.ASSEMBLY_NOT_CHECKED);
      }
      if (slot.pushed()) {
        return Decision.accept(Rule.PUSHED);
      }
      return slot.kind() == Slot.Kind.WRAPPER
          ? Decision.accept(Rule.ABI_WRAPPER)
          : Decision.reject(Rule.NOT_PUSHED);
    }
  }

  /**
   * Go 1.27: what assembly defines must be pushed too, by a {@code //go:linkname} on its Go
   * declaration.
   */
  static final class EveryDefinitionCheck extends LinkerCheck {

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
        // A name without a definition has no object file, and the linker looks into it all the
        // same.
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
}
