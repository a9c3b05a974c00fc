package dev.untether.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.Target;
import dev.untether.verify.code.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real assembler of a Go release. Several threads may use it at the same time. */
public final class Assembler {
  private final Path program;
  private final Path goroot;

  private Assembler(Path program, Path goroot) {
    this.program = program;
    this.goroot = goroot;
  }

  /** Returns the assembler that GOTOOLCHAIN={@code toolchain} means, or skips the test loudly. */
  public static Assembler require(String toolchain) throws IOException, InterruptedException {
    GoToolchain go = GoToolchain.require(toolchain);
    return new Assembler(go.tool("asm"), go.goroot());
  }

  /** Returns the GOROOT that the assembler belongs to. */
  public Path goroot() {
    return goroot;
  }

  /**
   * Returns the listing of a file.
   *
   * @param importPath the package that it is taken to be in
   * @param defined names for {@code -D}, beyond those of the target
   */
  public Listing assemble(Path file, Target target, String importPath, Collection<String> defined)
      throws IOException, InterruptedException {
    // Never /dev/null: the assembler, run by root, would replace the device by a file.
    Path scratch = Files.createTempDirectory("untether-asm-");
    Path object = scratch.resolve("object");
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "-p", importPath, "-S", "-o", object.toString()));
    command.addAll(List.of("-I", goroot.resolve("pkg/include").toString()));
    command.addAll(List.of("-D", "GOOS_" + target.goos(), "-D", "GOARCH_" + target.goarch()));
    defined.forEach(name -> command.addAll(List.of("-D", name)));
    command.add(String.valueOf(file.getFileName()));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(Optional.ofNullable(file.getParent()).orElseThrow().toFile());
      builder.environment().put("GOOS", target.goos());
      builder.environment().put("GOARCH", target.goarch());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(
            String.join(" ", command) + "\nin " + file + ":\n" + Files.readString(err, UTF_8));
      }
      return Listing.parse(target.goarch(), Files.readString(out, UTF_8));
    } finally {
      for (Path path : List.of(object, out, err, scratch)) {
        Files.deleteIfExists(path);
      }
    }
  }
}
