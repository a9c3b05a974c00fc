package dev.untether.review;

import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.ReleaseRange;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the compiler says about linkname directives; the rules have the ids that it gives them. */
final class CompilerRules {
  private static final int KNOWN_SINCE = 27;
  private static final RuleInfo FOR_STD = broken("linknamestd-outside-std");
  private static final List<RuleInfo> RULES =
      List.of(
          FOR_STD,
          broken(PackageLinknames.MISSING_UNSAFE),
          broken(PackageLinknames.MALFORMED),
          new RuleInfo(PackageLinknames.IGNORED, Group.BREAKS, Severity.WARNING),
          broken(PackageLinknames.UNDECLARED),
          broken(PackageLinknames.DUPLICATE),
          broken(PackageLinknames.INSTANTIATION));
  private static final Map<String, RuleInfo> BY_ID =
      RULES.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));

  private CompilerRules() {}

  private static RuleInfo broken(String id) {
    return new RuleInfo(id, Group.BREAKS, Severity.ERROR);
  }

  static List<RuleInfo> all() {
    return RULES;
  }

  /** Returns whether {@code finding} is of one of these rules. */
  static boolean speaks(Finding finding) {
    return BY_ID.containsKey(finding.rule());
  }

  /** Returns what there is to say about a reference besides what the linker does to it. */
  static List<CheckFinding> of(LinknameReference linkname, ReleaseRange releases) {
    List<CheckFinding> findings = new ArrayList<>();
    if (linkname.std()) {
      String message =
          "//go:linknamestd is for the standard library; "
              + (releases.first() < KNOWN_SINCE
                  ? "compilers before Go 1.27 ignore it, and it gains nothing since"
                  : "outside of it the linker checks it like //go:linkname");
      findings.add(
          about(
              linkname,
              FOR_STD,
              new Finding(
                  FOR_STD.id(),
                  releases.first() < KNOWN_SINCE ? Severity.ERROR : Severity.WARNING,
                  linkname.file().relative(),
                  linkname.position(),
                  message)));
    }
    for (Finding remark : linkname.remarks()) {
      if (!linkname.std() || !remark.rule().equals(PackageLinknames.IGNORED)) {
        of(remark).ifPresent(it -> findings.add(about(linkname, it.rule(), it.finding())));
      }
    }
    return findings;
  }

  private static CheckFinding about(LinknameReference linkname, RuleInfo rule, Finding finding) {
    return new CheckFinding(rule, finding, Optional.of(linkname.symbol()), List.of(), List.of());
  }

  /** Returns the finding as one to act on; empty if it is of another rule. */
  static Optional<CheckFinding> of(Finding finding) {
    return Optional.ofNullable(BY_ID.get(finding.rule()))
        .map(
            rule ->
                new CheckFinding(
                    rule,
                    new Finding(
                        finding.rule(),
                        rule.severity(),
                        finding.path(),
                        finding.position(),
                        finding.message())));
  }
}
