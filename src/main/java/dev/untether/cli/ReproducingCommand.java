package dev.untether.cli;

import dev.untether.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line that makes the same changes again, at the root of any clone. */
final class ReproducingCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@,+%-]+");

  /** Options that decide where the result goes or how it is shown, and not what it is. */
  private static final Set<String> OF_NO_MATTER =
      Set.of(
          "--assignee",
          "--auto-merge",
          "--base",
          "--branch",
          "--color",
          "--draft",
          "--evidence",
          "--forge",
          "--format",
          "--format-patch",
          "--jobs",
          "--label",
          "--no-progress",
          "--patch",
          "--pr",
          "--quiet",
          "--recipe",
          "--remote",
          "--reopen",
          "--reviewer",
          "--reviewers-from-codeowners",
          "--server",
          "--sign",
          "--signoff",
          "--squash",
          "--title",
          "--verbose",
          "-o");

  /** Options that matter only if what they ask for has found something wrong. */
  private static final Set<String> OF_PROOFS =
      Set.of("--allow-download", "--cgo", "--goroot", "--online", "--run-tests", "--verify");

  private final CommandSpec spec;
  private final List<String> paths;

  /**
   * @param spec the command that runs
   * @param paths what it looks at, below the root of the repository
   */
  ReproducingCommand(CommandSpec spec, List<String> paths) {
    this.spec = spec;
    this.paths = List.copyOf(paths);
  }

  /**
   * Returns the command for some of the recipes, in their order.
   *
   * @param isLess whether a proof has withdrawn something, so that it takes one to do the same
   */
  String of(List<Recipe> recipes, boolean isLess) {
    List<String> words = new ArrayList<>(List.of("untether", "migrate", "--write"));
    for (Recipe recipe : recipes) {
      words.add("--recipe");
      words.add(recipe.id());
    }
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (OF_NO_MATTER.contains(name) || !isLess && OF_PROOFS.contains(name)) {
        continue;
      }
      if (option.arity().max() == 0) {
        words.add(name);
        continue;
      }
      for (String value : option.originalStringValues()) {
        if (name.equals("--option") && !isFor(value, recipes)) {
          continue;
        }
        words.add(name);
        words.add(value);
      }
    }
    paths.forEach(path -> words.add(path.isEmpty() ? "." : path));
    return String.join(" ", words.stream().map(ReproducingCommand::quoted).toList());
  }

  private static boolean isFor(String option, List<Recipe> recipes) {
    return recipes.stream().anyMatch(recipe -> option.startsWith(recipe.id() + "."));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
