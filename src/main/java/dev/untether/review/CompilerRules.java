package dev.untether.review;

import dev.untether.golang.PackageLinknames;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the compiler says about linkname directives; the rules have the ids that it gives them. */
final class CompilerRules {
  private static final List<RuleInfo> RULES =
      List.of(
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
