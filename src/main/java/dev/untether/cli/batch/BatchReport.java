package dev.untether.cli.batch;

import dev.untether.campaign.shard.ResultFile;
import dev.untether.campaign.shard.Results;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the commands of a campaign say beside their result. */
final class BatchReport {
  private final Terminal terminal;
  private final Output output;

  BatchReport(Terminal terminal, Output output) {
    this.terminal = terminal;
    this.output = output;
  }

  /** Prints what could not be read, and on request what was left alone. */
  void findings(List<Finding> problems, List<Finding> left) throws IOException {
    List<Finding> all = new ArrayList<>(output.mentioned(problems));
    all.addAll(output.mentioned(left));
    output.report(terminal, all, path -> Optional.empty());
  }

  /** Prints a sentence, unless told to be quiet. */
  void line(String words) {
    if (!output.isQuiet()) {
      terminal.err().println(words);
    }
  }

  /** Writes what came of each unit, if asked for. */
  void results(Optional<Path> file, Results results) throws IOException {
    if (file.isPresent()) {
      ResultFile.write(results, file.get());
    }
  }

  int exitCode(List<Finding> problems, boolean incomplete, int otherwise) {
    return incomplete ? ExitCode.PARTIAL : Output.exitCode(problems, otherwise);
  }
}
