package dev.untether.recipe.golang.reference;

import dev.untether.asm.AsmFile;
import dev.untether.asm.ControlFlow;
import dev.untether.asm.ExpandedToken;
import dev.untether.asm.Statement;
import dev.untether.golang.ArgumentSize;
import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.golang.GoRecipe;
import dev.untether.recipe.golang.Replacement;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.recipe.golang.reference.PackageAssembly.Definition;
import dev.untether.recipe.golang.reference.PackageAssembly.Mention;
import dev.untether.recipe.golang.reference.PackageAssembly.Place;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold before a jump to a symbol may lead elsewhere, and what Go says about it. */
final class Jumps {
  private final GoPackage goPackage;
  private final PackageAssembly assembly;

  Jumps(GoPackage goPackage, PackageAssembly assembly) {
    this.goPackage = goPackage;
    this.assembly = assembly;
  }

  /** Requires that the file may be edited, and that all of it was seen. */
  void requireEditable(String path) throws Refusal {
    SourceText text = Optional.ofNullable(goPackage.assembly().get(path)).orElseThrow();
    String head = text.slice(0, Math.min(text.length(), 4096));
    GoRecipe.requireEditable(goPackage, text, PackageFile.generatorIn(head));
    if (assembly.isOpaque(path) || !AsmFile.parse(path, text).problems().isEmpty()) {
      throw new Refusal(
          "not every include, macro and #ifdef of " + path + " can be followed; look by hand");
    }
  }

  /**
   * Requires that at this place, however it is assembled, a jump out of a function leaves the stack
   * to its target as the function found it. Then the arguments of the function are those of the
   * target, and nothing else is known to it: ABI0 passes nothing in registers.
   */
  void requireTailJump(Place place, List<Mention> mentions) throws Refusal {
    requireEditable(place.path());
    for (Mention mention : mentions) {
      String symbol = mention.target().symbol();
      if (!mention.statement().isDirect()) {
        throw new Refusal(
            "the reference to " + symbol + " comes out of a macro, whose other users would change");
      }
      if (!mention.isJump() || mention.in().isEmpty()) {
        throw new Refusal(
            ControlFlowWord.of(mention)
                + symbol
                + ": only a jump that leaves a function without a frame can lead to Go code, which "
                + "may grow the stack and needs to know where pointers lie in every frame below it");
      }
      requireFrameless(mention.in().get());
    }
  }

  private static void requireFrameless(Definition definition) throws Refusal {
    if (definition.name().isEmpty()) {
      throw new Refusal("the function around it belongs to another package");
    }
    if (!definition.hasPlainFrame()) {
      throw new Refusal(
          definition.name() + " has a frame, which a jump would leave behind on the stack");
    }
    List<Statement> progs = definition.function().progs();
    String stack = definition.architecture().stackPointer();
    for (Statement prog : progs.subList(1, progs.size())) {
      if (ControlFlow.isCall(prog, definition.architecture(), definition.operands())) {
        throw new Refusal(
            definition.name() + " also calls, for which the assembler may give it a frame");
      }
      boolean movesStack = prog.opcode().startsWith("PUSH") || prog.opcode().startsWith("POP");
      for (List<ExpandedToken> operand : prog.operands()) {
        for (ExpandedToken token : operand) {
          movesStack |= token.text().equals("SP") || token.text().equals(stack);
        }
      }
      if (movesStack || prog.opcode().equals("ADJSP")) {
        throw new Refusal(definition.name() + " uses the stack pointer");
      }
    }
  }

  /** Returns the declarations without a body that stand for a function in assembly. */
  List<Declared> declarations(String name) throws Refusal {
    List<Declared> found = new ArrayList<>();
    for (PackageFile file : goPackage.goFiles()) {
      boolean isLinked =
          file.facts().directives().stream()
              .anyMatch(one -> one.local().filter(it -> it.text().equals(name)).isPresent());
      if (isLinked) {
        throw new Refusal(
            "a go:linkname directive in " + file.path() + " gives " + name + " to others");
      }
      for (Declaration declaration : file.facts().declarations()) {
        boolean isIt =
            declaration instanceof FunctionDeclaration function
                && function.isLinkable()
                && !function.hasBody()
                && function.name().equals(name);
        if (isIt) {
          GoRecipe.requireEditable(goPackage, file);
          found.add(new Declared(file, declaration));
        }
      }
    }
    if (found.isEmpty()) {
      throw new Refusal("no Go file declares " + name + " without a body");
    }
    return found;
  }

  /** Returns the signature of a declaration, which must be the symbol's. */
  static Signature signature(Declared declared, LinknameMatch.Target target) throws Refusal {
    FunctionDeclaration function = (FunctionDeclaration) declared.declaration();
    Signature signature =
        Signature.of(declared.file().text(), function)
            .orElseThrow(() -> new Refusal(function.name() + " has type parameters"));
    if (!target.signatures().isEmpty() && !target.signatures().contains(signature.type())) {
      throw new Refusal(
          function.name()
              + " is declared as "
              + signature.type()
              + ", but "
              + target.symbol()
              + ", to which it hands its arguments, is "
              + String.join(" or ", target.signatures()));
    }
    return signature;
  }

  /** Requires that TEXT counts as many bytes of arguments as the Go declaration has. */
  static void requireSize(Definition definition, Signature signature) throws Refusal {
    ArgumentSize size = new ArgumentSize(definition.architecture().pointerSize());
    Optional<Long> stated = definition.function().argumentSize(definition.operands());
    if (stated.isPresent() && !size.allows(signature, stated.get())) {
      String right =
          size.of(signature).isPresent()
              ? "has " + size.of(signature).getAsInt()
              : "has types of an unknown size";
      throw new Refusal(
          "TEXT says that "
              + definition.name()
              + " has "
              + stated.get()
              + " bytes of arguments, but its declaration in Go "
              + right
              + " on "
              + definition.architecture().goarch());
    }
  }

  /**
   * Requires that something can take the symbol's place, in every release that may build the
   * module.
   */
  void requireReplacement(LinknameMatch.Target target) throws Refusal {
    if (target.refusal().isPresent()) {
      throw new Refusal(target.symbol() + ": " + target.refusal().get());
    }
    int since = Replacement.since(target, goPackage.language());
    if (goPackage.language() < since) {
      throw new Refusal(
          "what takes its place came with Go 1."
              + since
              + ", and the go line of go.mod says 1."
              + goPackage.language()
              + "; raise the go line");
    }
  }

  /** Returns how assembly writes a symbol. */
  static String spelled(String symbol) throws Refusal {
    LinkTarget target = LinkTarget.of(symbol);
    if (target.isExtern() || !symbol.matches("[a-z0-9]+(/[a-z0-9]+)*\\.\\w+")) {
      throw new Refusal("`" + symbol + "` is no symbol of the standard library");
    }
    return target.packagePath().replace('/', '∕') + "·" + target.name();
  }

  /** How a message names what an instruction does with a symbol. */
  private static final class ControlFlowWord {
    private ControlFlowWord() {}

    static String of(Mention mention) {
      if (mention.in().isEmpty()) {
        return "data holds the address of ";
      }
      Definition in = mention.in().get();
      boolean isCall = ControlFlow.isCall(mention.statement(), in.architecture(), in.operands());
      return in.name() + (isCall ? " calls " : " takes the address of, or reads, ");
    }
  }
}
