package dev.untether.report.html;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Chromium without a window; tests that need it are skipped loudly where it is missing. */
final class Browser {
  private Browser() {}

  /** Returns the document as the browser has it after its scripts have run. */
  static String dom(Path page, Path scratch) throws IOException, InterruptedException {
    Path output = scratch.resolve("dom.html");
    Path errors = scratch.resolve("errors.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      "chromium",
                      "--headless",
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-quic",
                      "--no-first-run",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--enable-logging=stderr",
                      "--user-data-dir=" + scratch.resolve("profile"),
                      "--dump-dom",
                      page.toUri().toString()))
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      String problem = "no chromium: " + e.getMessage();
      if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
        return fail(problem + "; apt-get install chromium");
      }
      System.err.println("SKIPPED, NOT PROVEN: " + problem);
      return Assumptions.abort(problem);
    }
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return fail("chromium did not end within two minutes");
    }
    String console =
        Files.readString(errors, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList()
            .toString();
    if (!console.equals("[]")) {
      return fail("the page complains: " + console);
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
