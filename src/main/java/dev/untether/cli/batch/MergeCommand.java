package dev.untether.cli.batch;

import dev.untether.campaign.shard.ResultFile;
import dev.untether.campaign.shard.ResultMerge;
import dev.untether.campaign.shard.ResultReader;
import dev.untether.campaign.shard.Results;
import dev.untether.campaign.shard.Shard;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code untether batch merge}: the results of all shards as one. */
@Command(
    name = "merge",
    description = "Puts the results of shards (--results) together, and says which are missing.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final Output output = new Output();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What --results wrote")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--results", paramLabel = "FILE", description = "Write all of it to FILE")
  private @Nullable Path results;

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Finding> problems = new ArrayList<>();
    Map<String, Results> parts = new LinkedHashMap<>();
    for (Path file : files) {
      ResultReader.Outcome read = ResultReader.read(file);
      read.results().ifPresent(it -> parts.put(read.shownAs(), it));
      read.problem().ifPresent(problems::add);
    }
    ResultMerge.Outcome merged = ResultMerge.merge(parts);
    problems.addAll(merged.refusals());
    if (merged.results().isPresent()) {
      Results all = merged.results().get();
      output.write(terminal, BatchText.written(BatchText.table(all)));
      if (results != null) {
        ResultFile.write(all, results);
      }
      if (!output.isQuiet()) {
        terminal.err().println(BatchText.summary(all, parts.size()));
      }
    }
    output.report(terminal, output.mentioned(problems), path -> Optional.empty());
    if (!merged.missing().isEmpty()) {
      terminal
          .err()
          .println(
              "untether: missing shards: "
                  + String.join(", ", merged.missing().stream().map(Shard::toString).toList()));
    }
    boolean whole = problems.isEmpty() && merged.missing().isEmpty();
    return whole ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
