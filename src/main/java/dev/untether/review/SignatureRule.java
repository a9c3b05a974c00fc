package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.SymbolFacts;
import dev.untether.access.view.SignatureDrift;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.linkname.Linkname;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Pulls that link and then call a function in another way than it expects: certainly, where the
 * registers differ; perhaps, where one declaration serves releases between which the library
 * changed its own. The linker compares names alone.
 */
public final class SignatureRule implements ReviewRule {
  private static final RuleInfo CHANGED =
      new RuleInfo("signature-changed", Group.BREAKS, Severity.ERROR);
  private static final RuleInfo DIFFERS =
      new RuleInfo("signature-differs", Group.REVIEW, Severity.WARNING);

  private final ReleaseData data;
  private final Advice advice;

  /** Makes a rule that compares with the signatures in {@code data} and passes on advice. */
  public SignatureRule(ReleaseData data, Advice advice) {
    this.data = data;
    this.advice = advice;
  }

  @Override
  public List<RuleInfo> rules() {
    return List.of(CHANGED, DIFFERS);
  }

  @Override
  public List<CheckFinding> check(Facts facts) {
    Map<String, Map<Integer, Library>> known = new HashMap<>();
    List<CheckFinding> findings = new ArrayList<>();
    for (JudgedReference reference : facts.references()) {
      if (reference instanceof JudgedReference.OfLinkname pull
          && pull.reference().direction() == Linkname.Direction.PULL) {
        Map<Integer, Library> libraries =
            known.computeIfAbsent(pull.symbol(), symbol -> new HashMap<>());
        declared(pull.reference())
            .flatMap(it -> check(pull, it, libraries).or(() -> drift(pull, it, libraries)))
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

    /** Returns the signature in each of some ways to build; without those where it is data. */
    Map<Configuration, String> signatures(Set<Configuration> some) {
      Map<Configuration, String> signatures = new TreeMap<>();
      definitions.forEach(
          (facts, configurations) -> {
            if (!facts.isData() && !facts.signature().isEmpty()) {
              configurations.stream()
                  .filter(some::contains)
                  .forEach(it -> signatures.put(it, facts.signature()));
            }
          });
      return signatures;
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

  /** Returns what to say where the library changed between releases that accept one pull. */
  private Optional<CheckFinding> drift(
      JudgedReference.OfLinkname pull,
      FunctionDeclaration declared,
      Map<Integer, Library> releases) {
    SortedMap<Integer, List<CellVerdict>> accepted = new TreeMap<>();
    for (CellVerdict cell : pull.verdicts()) {
      if (cell.verdict().isAccepted()) {
        accepted.computeIfAbsent(cell.release(), release -> new ArrayList<>()).add(cell);
      }
    }
    Map<Configuration, String> before = Map.of();
    for (Map.Entry<Integer, List<CellVerdict>> entry : accepted.entrySet()) {
      Set<Configuration> where = new HashSet<>();
      entry.getValue().forEach(cell -> where.add(new Configuration(cell.target(), cell.cgo())));
      Library library = releases.computeIfAbsent(entry.getKey(), it -> library(pull.symbol(), it));
      Map<Configuration, String> after = library.signatures(where);
      Optional<SignatureDrift> drift = drift(pull.symbol(), before, after);
      if (drift.isPresent()) {
        return Optional.of(differs(pull, declared, drift.get(), entry.getKey()));
      }
      before = after;
    }
    return Optional.empty();
  }

  private static Optional<SignatureDrift> drift(
      String symbol, Map<Configuration, String> before, Map<Configuration, String> after) {
    Set<List<String>> compared = new HashSet<>();
    for (Map.Entry<Configuration, String> entry : before.entrySet()) {
      String later = after.getOrDefault(entry.getKey(), "");
      if (compared.add(List.of(entry.getValue(), later))) {
        Optional<SignatureDrift> drift = SignatureDrift.between(symbol, entry.getValue(), later);
        if (drift.isPresent()) {
          return drift;
        }
      }
    }
    return Optional.empty();
  }

  private CheckFinding differs(
      JudgedReference.OfLinkname pull,
      FunctionDeclaration declared,
      SignatureDrift drift,
      int since) {
    String message =
        "Go 1."
            + since
            + " changed "
            + pull.symbol()
            + " from func"
            + drift.before()
            + " to func"
            + drift.after()
            + ", and one declaration here, func"
            + declared.signature()
            + ", serves releases before and after: compare what it passes";
    Severity severity = drift.isOfNamesAlone() ? Severity.NOTE : DIFFERS.severity();
    Finding finding =
        new Finding(DIFFERS.id(), severity, pull.file().relative(), pull.position(), message);
    return new CheckFinding(
        DIFFERS,
        finding,
        Optional.of(pull.symbol()),
        pull.verdicts(),
        advice.recipes(pull.symbol(), /* assembly= */ false));
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
        CHANGED,
        finding,
        Optional.of(pull.symbol()),
        bad,
        advice.recipes(pull.symbol(), /* assembly= */ false));
  }
}
