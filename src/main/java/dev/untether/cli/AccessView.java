package dev.untether.cli;

import dev.untether.access.Configuration;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The arguments that say for which ways to build to show access, and in which form. */
final class AccessView {
  @Option(
      names = "--target",
      paramLabel = "LIST",
      description =
          "Targets to look at: linux/arm64,darwin/* or all (default: all for show, linux/amd64 for"
              + " diff)")
  private String target = "";

  @Option(names = "--format", paramLabel = "FORM", description = "text (default) or jsonl")
  private String format = "text";

  /** Returns whether JSON Lines are wanted rather than text. */
  boolean isJson(CommandSpec spec) {
    return switch (format) {
      case "text" -> false;
      case "jsonl" -> true;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--format " + format + ": expected text or jsonl");
    };
  }

  /** Returns the targets asked for, {@code otherwise} when none are. */
  SortedSet<Target> targets(CommandSpec spec, String otherwise) {
    try {
      return Targets.known()
          .select(target.isEmpty() ? otherwise : target, Targets.known().releases());
    } catch (UnknownTargetException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage(), e);
    }
  }

  /** Returns the ways to build for {@code targets}, without cgo and with it. */
  static List<Configuration> configurations(Collection<Target> targets) {
    List<Configuration> configurations = new ArrayList<>();
    for (Target target : targets) {
      configurations.add(new Configuration(target, /* cgo= */ false));
      configurations.add(new Configuration(target, /* cgo= */ true));
    }
    return configurations;
  }
}
