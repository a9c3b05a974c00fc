package dev.untether.verify.change;

import dev.untether.access.Outcome;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.review.CellVerdict;
import dev.untether.review.JudgedReference;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.Proof;
import dev.untether.verify.State;
import dev.untether.verify.UnitProof;
import dev.untether.verify.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the linker was predicted to say about a tree. Compared with what it said; where they differ,
 * the prediction is wrong, since the linker cannot be.
 */
public final class Predictions {
  private static final Pattern REFUSAL =
      Pattern.compile("link: (\\S+): invalid reference to (\\S+)");
  private static final String PROGRAM = "main";

  private final Set<String> packages;
  private final Map<Cell, Set<String>> refused = new HashMap<>();
  private final Map<Cell, Set<String>> open = new HashMap<>();

  private Predictions(Set<String> packages) {
    this.packages = packages;
  }

  /**
   * Returns the predictions for the references of a tree.
   *
   * @param tree the tree; what the linker says about packages of others is not compared
   */
  public static Predictions of(ModuleTree tree, List<JudgedReference> references) {
    Set<String> packages =
        tree.files().stream().map(SourceFile::packagePath).collect(Collectors.toSet());
    Predictions predictions = new Predictions(packages);
    for (JudgedReference reference : references) {
      // Test files are in test programs only, which not every package has.
      boolean isTest = reference.file().relative().endsWith("_test.go");
      for (CellVerdict verdict : reference.verdicts()) {
        if (!verdict.cgo()) {
          predictions.add(verdict, reference.symbol(), isTest);
        }
      }
    }
    return predictions;
  }

  private void add(CellVerdict verdict, String symbol, boolean isTest) {
    Cell cell = new Cell(verdict.release(), verdict.target());
    Outcome outcome = verdict.verdict().outcome();
    if (outcome == Outcome.REJECTED && !isTest) {
      refused.computeIfAbsent(cell, each -> new TreeSet<>()).add(symbol);
    } else if (outcome != Outcome.ACCEPTED) {
      open.computeIfAbsent(cell, each -> new HashSet<>()).add(symbol);
    }
  }

  /**
   * Returns where the linker said something else, a line each with all that it takes to report it.
   *
   * @param proof what came of building the tree as it is
   */
  public List<String> disagreements(Proof proof) {
    List<String> found = new ArrayList<>();
    for (CellProof cell : proof.cells()) {
      // Verdicts are about builds in which nothing else is set.
      if (cell.state() != State.NOT_PROVEN && cell.cell().variant().equals(Variant.NONE)) {
        compare(cell, found);
      }
    }
    return found;
  }

  private void compare(CellProof cell, List<String> found) {
    Set<String> predicted = refused.getOrDefault(cell.cell(), Set.of());
    Set<String> uncertain = open.getOrDefault(cell.cell(), Set.of());
    boolean allLinked = true;
    for (UnitProof unit : cell.failing()) {
      allLinked &= unit.before().isLinked();
      Matcher refusal = REFUSAL.matcher(unit.before().message());
      while (refusal.find()) {
        boolean isOurs = refusal.group(1).equals(PROGRAM) || packages.contains(refusal.group(1));
        String symbol = refusal.group(2);
        if (isOurs && !predicted.contains(symbol) && !uncertain.contains(symbol)) {
          found.add(
              where(cell) + "accepts " + symbol + ", says the prediction; " + refusal.group());
        }
      }
    }
    if (allLinked && !predicted.isEmpty()) {
      found.add(
          where(cell)
              + "refuses "
              + String.join(", ", predicted)
              + ", says the prediction; everything links");
    }
  }

  private static String where(CellProof cell) {
    return cell.go().orElse("") + " for " + cell.cell().target() + " ";
  }
}
