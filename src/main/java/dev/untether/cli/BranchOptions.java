package dev.untether.cli;

import dev.untether.git.Branch;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The arguments that ask for commits. */
final class BranchOptions {
  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description =
          "Make the changes commits on branch NAME, one for each recipe; with --pr, on the remote")
  private @Nullable String branch;

  @Option(
      names = "--format-patch",
      paramLabel = "DIR",
      description = "Write the commits to DIR as mails for git am")
  private @Nullable Path mails;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "Start the commits from REF, with --pr a branch to merge into (default: HEAD)")
  private @Nullable String base;

  @Option(names = "--squash", description = "Make one commit of all recipes")
  private boolean squash;

  @Option(names = "--signoff", description = "Add a Signed-off-by line to the commits")
  private boolean signOff;

  @Option(names = "--sign", description = "Sign the commits as git is configured to")
  private boolean sign;

  /**
   * Returns whether commits are asked for.
   *
   * @param pushed whether they are to become a pull request
   * @throws ParameterException when the arguments do not fit each other
   */
  boolean areGiven(CommandSpec spec, boolean pushed) {
    String name = branch;
    if (pushed && mails != null) {
      throw new ParameterException(
          spec.commandLine(), "--format-patch: mails are another way than --pr; run once for each");
    }
    if (name == null && mails == null && !pushed) {
      if (base != null || squash || signOff || sign) {
        throw new ParameterException(
            spec.commandLine(),
            "--base, --squash, --signoff and --sign go with --branch, --pr or --format-patch");
      }
      return false;
    }
    if (name != null) {
      Branch.refusal(name)
          .ifPresent(
              reason -> {
                throw new ParameterException(
                    spec.commandLine(), "--branch " + name + ": " + reason);
              });
    }
    return true;
  }

  Optional<String> branch() {
    return Optional.ofNullable(branch);
  }

  Optional<Path> mails() {
    return Optional.ofNullable(mails);
  }

  Optional<String> base() {
    return Optional.ofNullable(base);
  }

  boolean squash() {
    return squash;
  }

  boolean signOff() {
    return signOff;
  }

  boolean sign() {
    return sign;
  }
}
