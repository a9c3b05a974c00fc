package dev.untether.access;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.Mention;
import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Situation.Decision;
import dev.untether.golang.LinkTarget;
import java.util.Optional;

/**
 * The linker of one release, as programs for one target meet it.
 *
 * <p>A verdict holds for programs that link the package which defines the symbol; where nothing
 * imports that package, the symbol is undefined instead. It holds for a reference that reaches the
 * object file, be it in code that never runs.
 */
public final class Judge {
  /** Functions over type parameters are compiled for shapes, into every package that needs one. */
  private static final String SHAPE = "go.shape.";

  /** Describes to tracebacks the arguments of an assembly function that Go declares. */
  private static final String ARGUMENT_INFO = ".arginfo0";

  private final AccessData data;
  private final Configuration configuration;
  private final LinkerCheck check;
  private final boolean regabi;

  Judge(AccessData data, Configuration configuration) {
    this.data = data;
    this.configuration = configuration;
    this.check = LinkerCheck.of(data.linker());
    this.regabi = data.linker().regabi().contains(configuration.target().goarch());
  }

  /** Returns what the linker will say to {@code reference}. */
  public Verdict judge(Reference reference) {
    return verdict(reference, decide(reference));
  }

  private Decision decide(Reference reference) {
    if (!data.configurations().contains(configuration)) {
      return new Decision(Outcome.UNKNOWN, Rule.NO_DATA);
    }
    String symbol = reference.symbol();
    Optional<SymbolFacts> facts = data.symbol(symbol, configuration);
    if (facts.isEmpty() && !data.linker().blocked().containsKey(symbol)) {
      Optional<Decision> missing = missing(symbol, reference);
      if (missing.isPresent()) {
        return missing.get();
      }
    }
    if (reference instanceof FromAssembly use) {
      return check.assembly(situation(use, facts, Abi.ABI0, use.alsoPulled()));
    }
    return reference instanceof FunctionPull pull
        ? function(pull, facts)
        : new VariableCheck(data.linker(), check, pointerSize())
            .decide(
                (VariablePull) reference,
                facts,
                situation(reference, facts, Abi.ABI0, /* named= */ false));
  }

  /** Decides on symbols for which there are no facts; empty where that is itself a fact. */
  private Optional<Decision> missing(String symbol, Reference reference) {
    if (symbol.startsWith(SHAPE)) {
      return Optional.of(compilerMade(reference));
    }
    if (symbol.indexOf('.') < 0 || LinkTarget.of(symbol).isExtern()) {
      return symbol.indexOf(':') < 0
          ? Optional.empty()
          : Optional.of(new Decision(Outcome.UNKNOWN, Rule.COMPILER_MADE));
    }
    Optional<String> path = data.packageOf(symbol);
    if (path.filter(found -> data.hasPackage(found, configuration)).isPresent()) {
      String name = symbol.substring(path.get().length() + 1);
      return isCompilerMade(symbol, name) ? Optional.of(compilerMade(reference)) : Optional.empty();
    }
    boolean isLibrary =
        path.isPresent() || AccessData.everyPackage().contains(LinkTarget.of(symbol).packagePath());
    return isLibrary
        ? Optional.empty()
        : Optional.of(new Decision(Outcome.UNKNOWN, Rule.OUTSIDE_STD));
  }

  private boolean isCompilerMade(String symbol, String name) {
    if (name.endsWith(ARGUMENT_INFO)) {
      String function = symbol.substring(0, symbol.length() - ARGUMENT_INFO.length());
      return data.symbol(function, configuration).isPresent();
    }
    // Methods that a type has from what it embeds, closures, instances.
    return name.indexOf('.') >= 0 && !name.endsWith(".args_stackmap")
        || name.indexOf('[') >= 0
        || name.equals("init");
  }

  /**
   * Decides on what stands in no source: wherever it is defined, nothing can have pushed it.
   * Functions of that kind are in the calling convention of Go only.
   */
  private Decision compilerMade(Reference reference) {
    if (!data.linker().checks()) {
      return new Decision(Outcome.UNCERTAIN, Rule.COMPILER_MADE);
    }
    boolean isData = reference.symbol().endsWith(ARGUMENT_INFO);
    boolean isFound = isData != reference instanceof FunctionPull || !regabi;
    return isFound
        ? Decision.reject(Rule.COMPILER_MADE)
        : new Decision(Outcome.UNDEFINED, Rule.WRONG_ABI);
  }

  private Decision function(FunctionPull pull, Optional<SymbolFacts> facts) {
    if (pull.alsoInAssembly()) {
      Situation other = situation(pull, facts, Abi.ABI0, /* named= */ true);
      Decision inAssembly = check.assembly(other);
      if (inAssembly.rule() == Rule.LINKER_PANIC) {
        return inAssembly;
      }
    }
    Abi abi = regabi ? Abi.ABI_INTERNAL : Abi.ABI0;
    Decision decision = check.pull(situation(pull, facts, abi, /* named= */ false));
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

  private Situation situation(
      Reference reference, Optional<SymbolFacts> facts, Abi abi, boolean named) {
    return new Situation(
        data.linker(),
        regabi,
        reference.referrer(),
        reference.symbol(),
        abi,
        facts.flatMap(known -> known.in(abi)),
        facts.flatMap(known -> known.in(abi.other())),
        named);
  }

  private int pointerSize() {
    return switch (configuration.target().goarch()) {
      case "386", "arm", "mips", "mipsle" -> 4;
      default -> 8;
    };
  }

  private Verdict verdict(Reference reference, Decision decision) {
    String message =
        switch (decision.outcome()) {
          case REJECTED -> rejection(reference, decision.rule());
          case UNDEFINED -> undefined(reference, decision.rule());
          default -> "";
        };
    String source = data.linker().link(decision.rule());
    return new Verdict(decision.outcome(), decision.rule(), message, source);
  }

  private static String rejection(Reference reference, Rule rule) {
    return switch (rule) {
      case LINKER_PANIC ->
          "panic: runtime error: invalid memory address or nil pointer dereference";
      case DUPLICATE_DEFINITION -> "duplicated definition of symbol " + reference.symbol();
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
