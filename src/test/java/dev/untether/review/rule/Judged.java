package dev.untether.review.rule;

import dev.untether.access.AccessData;
import dev.untether.access.Reference;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceReader;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.Facts;
import dev.untether.review.JudgedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Facts about small trees, whose pulls are all of functions and need no tags. */
final class Judged {
  private Judged() {}

  static Facts facts(ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases) {
    List<JudgedReference> judged = new ArrayList<>();
    for (LinknameReference one : new LinknameScan(tree, targets, releases).run().references()) {
      judged.add(new JudgedReference.OfLinkname(one, verdicts(one, targets, releases)));
    }
    return new Facts(tree, judged, targets, releases);
  }

  private static List<CellVerdict> verdicts(
      LinknameReference reference, SortedSet<Target> targets, ReleaseRange releases) {
    var read = SourceReader.read(reference.file().absolute(), SourceReader.DEFAULT_LIMIT);
    BuildConstraint constraint =
        BuildConstraint.of(reference.file().relative(), ((SourceReader.Text) read).text());
    List<CellVerdict> verdicts = new ArrayList<>();
    for (int minor = releases.first(); minor <= releases.last(); minor++) {
      for (Target target : targets) {
        if (constraint.matches(new BuildContext(target, true, Set.of(), minor))) {
          var judge = AccessData.of(minor).orElseThrow().judge(target, /* cgo= */ true);
          var pull = new Reference.FunctionPull(reference.packagePath(), reference.symbol());
          verdicts.add(new CellVerdict(minor, target, true, judge.judge(pull)));
        }
      }
    }
    return verdicts;
  }
}
