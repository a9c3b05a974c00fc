package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.SymbolFacts;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.linkname.Linkname;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Pulls that link and then call a function in another way than it expects. The linker compares
 * names alone.
 */
public final class SignatureRule implements ReviewRule {
  private static final RuleInfo CHANGED =
      new RuleInfo("signature-changed", Group.BREAKS, Severity.ERROR);

  private final ReleaseData data;
  private final Advice advice;

  /** Makes a rule that compares with the signatures in {@code data} and passes on advice. */
  public SignatureRule(ReleaseData data, Advice advice) {
    this.data = data;
    this.advice = advice;
  }

  @Override
  public List<RuleInfo> rules() {
    return List.of(CHANGED);
  }

  @Override
  public List<CheckFinding> check(Facts facts) {
    Map<String, Map<Integer, Library>> known = new HashMap<>();
    List<CheckFinding> findings = new ArrayList<>();
    for (JudgedReference reference : facts.references()) {
      if (reference instanceof JudgedReference.OfLinkname pull
          && pull.reference().direction() == Linkname.Direction.PULL) {
        declared(pull.reference())
            .flatMap(
                it ->
                    check(
                        pull, it, known.computeIfAbsent(pull.symbol(), symbol -> new HashMap<>())))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<FunctionDeclaration> declared(LinknameReference pull) {
    return pull.declaration()
        .filter(FunctionDeclaration.class::isInstance)
        .map(FunctionDeclaration.class::cast);
  }

  /** The signatures that one release has for a symbol, and where. */
  private record Library(
      LinkTarget target, Map<SymbolFacts, SortedSet<Configuration>> definitions) {

    private Optional<SignatureShape> shape(String signature) {
      Optional<SignatureShape> shape = SignatureShape.of(signature);
      return target.receiver().isPresent()
          ? shape.map(it -> it.withReceiver(target.pointer()))
          : shape;
    }

    Set<Configuration> clashing(SignatureShape declared, Set<String> signatures) {
      Set<Configuration> where = new TreeSet<>();
      definitions.forEach(
          (facts, configurations) -> {
            Predicate<SignatureShape> clash = declared::clashesWith;
            if (!facts.isData() && shape(facts.signature()).filter(clash).isPresent()) {
              where.addAll(configurations);
              signatures.add(facts.signature());
            }
          });
      return where;
    }
  }

  private Optional<CheckFinding> check(
      JudgedReference.OfLinkname pull,
      FunctionDeclaration declared,
      Map<Integer, Library> releases) {
    Optional<SignatureShape> shape = SignatureShape.of(declared.signature());
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, Set<Configuration>> clashes = new HashMap<>();
    SortedSet<String> signatures = new TreeSet<>();
    List<CellVerdict> bad = new ArrayList<>();
    for (CellVerdict cell : pull.verdicts()) {
      if (cell.verdict().isAccepted()) {
        Library library =
            releases.computeIfAbsent(cell.release(), it -> library(pull.symbol(), it));
        Set<Configuration> where =
            clashes.computeIfAbsent(
                cell.release(), release -> library.clashing(shape.get(), signatures));
        if (where.contains(new Configuration(cell.target(), cell.cgo()))) {
          bad.add(cell);
        }
      }
    }
    return bad.isEmpty() ? Optional.empty() : Optional.of(finding(pull, declared, bad, signatures));
  }

  private Library library(String symbol, int release) {
    return new Library(
        LinkTarget.of(symbol),
        data.of(release).map((AccessData it) -> it.definitions(symbol)).orElse(Map.of()));
  }

  private CheckFinding finding(
      JudgedReference.OfLinkname pull,
      FunctionDeclaration declared,
      List<CellVerdict> bad,
      SortedSet<String> signatures) {
    Extent extent = Extent.of(bad, pull.verdicts());
    String message =
        pull.symbol()
            + " is declared as func"
            + declared.signature()
            + " here and as func"
            + String.join(" or func", signatures)
            + " "
            + extent.releaseWords()
            + " "
            + extent.targetWords()
            + ": it links, and calls go wrong";
    Finding finding =
        new Finding(CHANGED.id(), Severity.ERROR, pull.file().relative(), pull.position(), message);
    return new CheckFinding(
        CHANGED, finding, Optional.of(pull.symbol()), bad, advice.recipes(pull.symbol()));
  }
}
