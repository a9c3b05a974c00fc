package dev.untether.campaign.plan;

import dev.untether.campaign.Campaign.Copies;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers over all repositories what is a copy of what, and says so. */
final class CopyReport {
  /** Rule id: a package is a copy of others, or of other people's. */
  static final String COPY = "copied-package";

  private static final int MOST_NAMED = 10;

  private final Copies policy;
  private final List<CopyGroups.Member> members = new ArrayList<>();
  // How many files would change in a package that is left alone, by its name.
  private final Map<String, Integer> left = new TreeMap<>();
  private final Map<String, Optional<String>> origins = new TreeMap<>();

  CopyReport(Copies policy) {
    this.policy = policy;
  }

  /** Takes in a package that recipes are about. */
  void add(CopyGroups.Member member) {
    members.add(member);
    origins.put(member.name(), member.origin());
  }

  /** Returns whether the policy leaves a package alone. */
  boolean leaves(String directory) {
    return policy == Copies.REPORT && Paths.isOfOthers(directory);
  }

  /** Notes that changes to a package were left out because of the policy. */
  void leave(String repository, ChangeGroup group) {
    left.merge(Paths.in(repository, group.directory()), group.edits().size(), Integer::sum);
  }

  /** Returns what there is to say: one finding for each package left, and for each other group. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> alone = new TreeMap<>(left);
    for (CopyGroups.Group group : CopyGroups.of(members)) {
      List<String> names = group.members().stream().map(CopyGroups.Member::name).toList();
      findings.add(
          note(
              names.get(0),
              "copy of "
                  + group.name()
                  + " in "
                  + named(names)
                  + "; "
                  + outcome(group.members(), names)));
      names.forEach(alone::remove);
    }
    alone.forEach(
        (name, files) ->
            findings.add(
                note(
                    name,
                    origins
                            .getOrDefault(name, Optional.empty())
                            .map(origin -> "copy of " + origin)
                            .orElse("other people's code")
                        + "; left alone, though recipes would change "
                        + (files == 1 ? "a file" : files + " files")
                        + ": have the fix made where it comes from, or set `copies: migrate`")));
    return findings;
  }

  private String outcome(List<CopyGroups.Member> group, List<String> names) {
    List<String> kept =
        group.stream()
            .filter(it -> leaves(it.sketch().directory()))
            .map(CopyGroups.Member::name)
            .toList();
    if (kept.isEmpty()) {
      return "each is migrated like any other package";
    }
    return (kept.size() == names.size() ? "all" : named(kept))
        + " left alone: have the fix made where they come from, or set `copies: migrate`";
  }

  private static String named(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static Finding note(String path, String message) {
    return new Finding(COPY, Severity.NOTE, path, Finding.WHOLE_FILE, message);
  }
}
