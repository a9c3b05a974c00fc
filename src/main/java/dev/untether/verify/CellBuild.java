package dev.untether.verify;

import dev.untether.verify.code.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the toolchain said to one tree in one cell.
 *
 * @param notProven why nothing is known; empty if the build got somewhere
 * @param units what was linked or not, by name: import paths, with {@code [test]} for test programs
 * @param vet what {@code go vet} objects to in the assembly that is looked at, without line numbers
 * @param code the machine code of that assembly, by package
 * @param runs the commands
 */
record CellBuild(
    Optional<String> notProven,
    Map<String, LinkResult> units,
    List<String> vet,
    Map<String, Listing> code,
    List<Run> runs) {
  static final String TEST = " [test]";
  static final String RUN = " [run]";

  CellBuild {
    units = Map.copyOf(units);
    vet = List.copyOf(vet);
    code = Map.copyOf(code);
    runs = List.copyOf(runs);
  }

  static CellBuild notProven(String reason, List<Run> runs) {
    return new CellBuild(Optional.of(reason), Map.of(), List.of(), Map.of(), runs);
  }

  long millis() {
    return runs.stream().mapToLong(Run::millis).sum();
  }
}
