package dev.untether.review;

import dev.untether.module.dependency.ModuleVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A dependency that holds what a finding is about.
 *
 * @param module path and version, as the build uses it
 * @param why the chain of requirements from the main module to it, as far as it is known
 * @param fixedIn the oldest later version on this machine without the finding
 * @param newestSeen the newest later version whose sources are on this machine
 * @param newestKnown the newest later version that this machine has heard of
 */
public record ModuleFault(
    ModuleVersion module,
    List<ModuleVersion> why,
    Optional<String> fixedIn,
    Optional<String> newestSeen,
    Optional<String> newestKnown) {
  /** Copies the list. */
  public ModuleFault {
    why = List.copyOf(why);
  }

  /**
   * Returns what to do about the module, as half a sentence.
   *
   * @param recipes ids of the recipes that take the finding away
   */
  public String remedy(List<String> recipes) {
    if (fixedIn.isPresent()) {
      return upgrade(fixedIn.get(), " no longer does this");
    }
    StringBuilder words = new StringBuilder();
    if (newestKnown.isPresent() && !newestKnown.equals(newestSeen)) {
      String download = "go mod download " + module.path() + "@" + newestKnown.get();
      words.append(newestKnown.get()).append(" is not on this machine: `").append(download);
      words.append("` and check again; ");
    } else if (newestSeen.isPresent()) {
      words.append(newestSeen.get()).append(" still does this; ");
    } else {
      words.append("no later version is on this machine: `go mod download ");
      words.append(module.path()).append("@latest` and check again; ");
    }
    words.append("or use a fork with a replace line");
    if (!recipes.isEmpty()) {
      words.append(", made with `untether migrate --recipe ");
      words.append(String.join(",", recipes)).append('`');
    }
    return words.toString();
  }

  /**
   * Returns which version of a module is without all of some faults, as half a sentence; empty if
   * none at hand is.
   *
   * @param faults those of one module
   */
  public static Optional<String> withoutAll(Collection<ModuleFault> faults) {
    if (faults.isEmpty() || faults.stream().anyMatch(it -> it.fixedIn().isEmpty())) {
      return Optional.empty();
    }
    return faults.stream()
        .map(it -> new ModuleVersion(it.module().path(), it.fixedIn().orElseThrow()))
        .max(Comparator.naturalOrder())
        .map(it -> it.version() + " is without all that follows: `go get " + it + "`");
  }

  private String upgrade(String version, String because) {
    String through = why.size() > 2 ? ", which " + why.get(why.size() - 2) + " requires" : "";
    String get = "go get " + module.path() + "@" + version;
    return version + because + ": `" + get + "`" + through;
  }
}
