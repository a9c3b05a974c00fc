package dev.untether.access;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.Mention;
import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Situation.Decision;
import dev.untether.golang.LinkTarget;
import java.util.Optional;

/** The linker of one release: what it does with a reference, given what it finds. */
final class Predictor {
  /** Functions over type parameters are compiled for shapes, into every package that needs one. */
  private static final String SHAPE = "go.shape.";

  /** Describes to tracebacks the arguments of an assembly function that Go declares. */
  static final String ARGUMENT_INFO = ".arginfo0";

  private final LinkerFacts linker;
  private final LinkerCheck check;

  Predictor(LinkerFacts linker) {
    this.linker = linker;
    this.check = LinkerCheck.of(linker);
  }

  /**
   * What decides, apart from the reference itself; the same for many ways to build.
   *
   * @param facts how the symbol is defined; empty if it is not
   * @param regabi whether the architecture has two calling conventions
   * @param pointerSize in bytes; asked for only where variables are pulled
   * @param place where a symbol without facts would have its place
   */
  record Circumstances(Optional<SymbolFacts> facts, boolean regabi, int pointerSize, Place place) {}

  /** Where in the standard library a symbol without facts would have its place. */
  enum Place {
    /** In a package that programs can have. */
    PACKAGE,
    /** The same, under a name that only compilers give. */
    COMPILER_MADE,
    /** In a package that is the library's on other targets or in other releases only. */
    ELSEWHERE,
    /** Not in the library. */
    OUTSIDE
  }

  Decision decide(Reference reference, Circumstances here) {
    Optional<SymbolFacts> facts = here.facts();
    if (facts.isEmpty() && !linker.blocked().containsKey(reference.symbol())) {
      Optional<Decision> missing = missing(reference, here);
      if (missing.isPresent()) {
        return missing.get();
      }
    }
    if (reference instanceof FromAssembly use) {
      return check.assembly(situation(use, here, Abi.ABI0, use.alsoPulled()));
    }
    return reference instanceof FunctionPull pull
        ? function(pull, here)
        : new VariableCheck(linker, check, here.pointerSize())
            .decide(
                (VariablePull) reference,
                facts,
                situation(reference, here, Abi.ABI0, /* named= */ false));
  }

  /** Decides on symbols for which there are no facts; empty where that is itself a fact. */
  private Optional<Decision> missing(Reference reference, Circumstances here) {
    String symbol = reference.symbol();
    if (symbol.startsWith(SHAPE)) {
      return Optional.of(compilerMade(reference, here));
    }
    LinkTarget target = LinkTarget.of(symbol);
    if (symbol.indexOf('.') < 0 || target.isExtern()) {
      return symbol.indexOf(':') < 0
          ? Optional.empty()
          : Optional.of(new Decision(Outcome.UNKNOWN, Rule.COMPILER_MADE));
    }
    return switch (here.place()) {
      case COMPILER_MADE -> Optional.of(compilerMade(reference, here));
      case PACKAGE, ELSEWHERE -> Optional.empty();
      case OUTSIDE -> Optional.of(new Decision(Outcome.UNKNOWN, Rule.OUTSIDE_STD));
    };
  }

  /**
   * Decides on what stands in no source: wherever it is defined, nothing can have pushed it.
   * Functions of that kind are in the calling convention of Go only.
   */
  private Decision compilerMade(Reference reference, Circumstances here) {
    if (!linker.checks()) {
      return new Decision(Outcome.UNCERTAIN, Rule.COMPILER_MADE);
    }
    boolean isData = reference.symbol().endsWith(ARGUMENT_INFO);
    boolean isFound = isData != reference instanceof FunctionPull || !here.regabi();
    return isFound
        ? Decision.reject(Rule.COMPILER_MADE)
        : new Decision(Outcome.UNDEFINED, Rule.WRONG_ABI);
  }

  private Decision function(FunctionPull pull, Circumstances here) {
    if (pull.alsoInAssembly()) {
      Situation other = situation(pull, here, Abi.ABI0, /* named= */ true);
      Decision inAssembly = check.assembly(other);
      if (inAssembly.rule() == Rule.LINKER_PANIC) {
        return inAssembly;
      }
    }
    Abi abi = here.regabi() ? Abi.ABI_INTERNAL : Abi.ABI0;
    Decision decision = check.pull(situation(pull, here, abi, /* named= */ false));
    if (decision.outcome() != Outcome.REJECTED) {
      return decision;
    }
    boolean isMethod = LinkTarget.of(pull.symbol()).receiver().isPresent();
    if (pull.mention() == Mention.RECEIVER_TYPE && isMethod) {
      return Decision.accept(Rule.METHOD_THROUGH_IMPORT);
    }
    return pull.mention() == Mention.FUNCTION
        ? new Decision(Outcome.UNCERTAIN, Rule.MAYBE_THROUGH_IMPORT)
        : decision;
  }

  private Situation situation(Reference reference, Circumstances here, Abi abi, boolean named) {
    return new Situation(
        linker,
        here.regabi(),
        reference.referrer(),
        reference.symbol(),
        abi,
        here.facts().flatMap(known -> known.in(abi)),
        here.facts().flatMap(known -> known.in(abi.other())),
        named);
  }

  /** Returns the decision with the linker's words for it. */
  Verdict verdict(Reference reference, Decision decision) {
    String message =
        switch (decision.outcome()) {
          case REJECTED -> rejection(reference, decision.rule());
          case UNDEFINED -> undefined(reference, decision.rule());
          default -> "";
        };
    String source = linker.link(decision.rule());
    return new Verdict(decision.outcome(), decision.rule(), message, source);
  }

  private static String rejection(Reference reference, Rule rule) {
    return switch (rule) {
      case LINKER_PANIC ->
          "panic: runtime error: invalid memory address or nil pointer dereference";
      case DUPLICATE_DEFINITION -> "duplicated definition of symbol " + reference.symbol();
      case THREAD_LOCAL_REPLACED -> "TLS offset out of range";
      case VARIABLE_FOR_FUNCTION -> "passed to GetFuncDwarfAuxSyms";
      default -> "link: " + reference.referrer() + ": invalid reference to " + reference.symbol();
    };
  }

  private static String undefined(Reference reference, Rule rule) {
    String message = "relocation target " + reference.symbol() + " not defined";
    if (rule != Rule.WRONG_ABI) {
      return message;
    }
    Abi asked = reference instanceof FunctionPull ? Abi.ABI_INTERNAL : Abi.ABI0;
    return message + " for " + asked + " (but is defined for " + asked.other() + ")";
  }
}
