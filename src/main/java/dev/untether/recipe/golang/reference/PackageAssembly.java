package dev.untether.recipe.golang.reference;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.ControlFlow;
import dev.untether.asm.ExpandedToken;
import dev.untether.asm.Function;
import dev.untether.asm.Operand;
import dev.untether.asm.OperandParser;
import dev.untether.asm.Statement;
import dev.untether.asm.StatementReader;
import dev.untether.asm.SymbolName;
import dev.untether.asm.arch.Architecture;
import dev.untether.module.AssemblyUnit;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Match;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the assembly files of a package define, and where they name symbols of a table, in every way
 * in which they are assembled.
 */
final class PackageAssembly {
  /** Settings of conditionals to try for one build; each doubles with every free name. */
  private static final int MAX_WORLDS = 64;

  private final GoPackage goPackage;
  private final Match.References match;
  private final Map<String, List<Definition>> definitions = new TreeMap<>();
  private final Map<Place, List<Mention>> mentions = new TreeMap<>();
  private final Set<String> ownNames = new TreeSet<>();
  private final Set<String> opaque = new TreeSet<>();

  private PackageAssembly(GoPackage goPackage, Match.References match) {
    this.goPackage = goPackage;
    this.match = match;
  }

  /** Reads the assembly files of a package. */
  static PackageAssembly of(GoPackage goPackage, Match.References match) {
    PackageAssembly assembly = new PackageAssembly(goPackage, match);
    goPackage.assembly().forEach(assembly::read);
    return assembly;
  }

  /** A place in the text of a file. */
  record Place(String path, Position position) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int order = path.compareTo(other.path);
      return order != 0 ? order : position.compareTo(other.position);
    }
  }

  /**
   * A function in one way of assembling it.
   *
   * @param path the file
   * @param name its name, without the package
   */
  record Definition(
      String path,
      String name,
      Function function,
      Architecture architecture,
      OperandParser operands) {

    /** Returns whether the function does nothing but jump to what operand 0 of Prog 1 names. */
    boolean isJumpAlone() {
      List<Statement> progs = function.progs();
      if (progs.size() < 2 || !hasPlainFrame()) {
        return false;
      }
      Statement jump = progs.get(1);
      boolean ends =
          progs.subList(2, progs.size()).stream()
              .allMatch(prog -> architecture.isReturn(prog.opcode()) && prog.operands().isEmpty());
      return ends
          && architecture.isUnconditionalJump(jump.opcode())
          && jump.operands().size() == 1
          && !ControlFlow.isCall(jump, architecture, operands);
    }

    /** Returns whether a jump leaves the stack to its target as the caller left it. */
    boolean hasPlainFrame() {
      return function.frameSize(operands).filter(size -> size <= 0).isPresent();
    }
  }

  /**
   * A place that names a symbol of the table, in one way of assembling it.
   *
   * @param target the symbol
   * @param token the token that names it
   * @param statement where it stands
   * @param isJump whether it is where a jump, and no call, leads to
   * @param in the function around it; empty in data
   */
  record Mention(
      LinknameMatch.Target target,
      ExpandedToken token,
      Statement statement,
      boolean isJump,
      Optional<Definition> in) {}

  /** Returns the functions of that name, in every way in which they are assembled. */
  List<Definition> definitions(String name) {
    return definitions.getOrDefault(name, List.of());
  }

  /** Returns the names of all functions. */
  Set<String> defined() {
    return definitions.keySet();
  }

  /** Returns what names a symbol of the table, by place. */
  Map<Place, List<Mention>> mentions() {
    return mentions;
  }

  /** Returns whether assembly of the package refers to the function of its own of that name. */
  boolean refersTo(String name) {
    return ownNames.contains(name);
  }

  /** Returns whether there are macros or arms in the file that were not looked at. */
  boolean isOpaque(String path) {
    return opaque.contains(path);
  }

  private void read(String path, SourceText text) {
    AsmFile file = AsmFile.parse(path, text);
    if (file.dialect() != AsmFile.Dialect.GO) {
      return;
    }
    Conditionals conditionals = Conditionals.of(file, goPackage.headers());
    Collection<Target> targets =
        BuildConstraint.of(path, text).targets(Targets.known(), Targets.known().releases());
    for (var targetClass : AssemblyUnit.classes(conditionals, targets)) {
      Optional<Architecture> architecture = Architecture.forGoarch(targetClass.goarch());
      Set<String> predefined = targetClass.predefined();
      Optional<List<Set<String>>> every = conditionals.everyWorld(predefined, MAX_WORLDS);
      if (every.isEmpty()) {
        opaque.add(path);
      }
      for (Set<String> world : every.orElseGet(() -> conditionals.worlds(predefined))) {
        architecture.ifPresent(known -> read(file, known, world));
      }
    }
  }

  private void read(AsmFile file, Architecture architecture, Set<String> world) {
    StatementReader reader = new StatementReader(file, goPackage.headers(), world);
    List<Statement> statements = reader.readAll();
    if (!reader.problems().isEmpty()) {
      opaque.add(file.path());
    }
    OperandParser operands = new OperandParser(architecture);
    for (Function function : Function.of(statements, operands)) {
      Definition definition =
          new Definition(
              file.path(), ownName(function.symbol()).orElse(""), function, architecture, operands);
      if (!definition.name().isEmpty()) {
        definitions.computeIfAbsent(definition.name(), key -> new ArrayList<>()).add(definition);
      }
      for (Statement prog : function.progs().subList(1, function.progs().size())) {
        boolean isJump =
            architecture.isJump(prog.opcode()) && !ControlFlow.isCall(prog, architecture, operands);
        for (List<ExpandedToken> operand : prog.operands()) {
          name(file, prog, operand, operands, isJump, Optional.of(definition));
        }
      }
    }
    for (Statement statement : statements) {
      if (statement.opcode().equals("DATA")) {
        for (List<ExpandedToken> operand : statement.operands()) {
          name(file, statement, operand, operands, false, Optional.empty());
        }
      }
    }
  }

  private void name(
      AsmFile file,
      Statement statement,
      List<ExpandedToken> operand,
      OperandParser operands,
      boolean isJump,
      Optional<Definition> in) {
    if (!(operands.parse(operand) instanceof Operand.Symbol symbol)
        || symbol.base() != Operand.Pseudo.SB
        || symbol.name().isStatic()) {
      return;
    }
    ownName(symbol.name()).ifPresent(ownNames::add);
    Optional<LinknameMatch.Target> target = match.target(symbol.name().spelled());
    if (target.isPresent()) {
      ExpandedToken token = operand.get(symbol.prefix() == 0 ? 0 : 1);
      Place place = new Place(file.path(), token.outermost().ownPosition());
      boolean isPlain = isJump && symbol.prefix() == 0;
      mentions
          .computeIfAbsent(place, key -> new ArrayList<>())
          .add(new Mention(target.get(), token, statement, isPlain, in));
    }
  }

  /** Returns the name of a symbol of this package. */
  private Optional<String> ownName(SymbolName symbol) {
    boolean isOwn =
        symbol.spelled().startsWith(".")
            || SymbolName.packageOf(symbol.spelled()).equals(goPackage.path());
    return isOwn ? Optional.of(symbol.local()) : Optional.empty();
  }
}
