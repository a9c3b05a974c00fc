package dev.untether.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.GpgSignature;

/**
 * Signs commits with the program that git would run, as {@code gpg.format}, {@code user.signingkey}
 * and {@code gpg.program} say. Such a program is never taken from the repository's own
 * configuration.
 */
final class Signer {
  private final GitSettings settings;
  private final String format;
  private final People people;

  /**
   * A signer as git is configured.
   *
   * @throws GitException when the configuration cannot work
   */
  Signer(GitSettings settings, People people) throws GitException {
    this.settings = settings;
    this.people = people;
    this.format = settings.get("gpg.format").orElse("openpgp").toLowerCase(Locale.ROOT);
    if (!List.of("openpgp", "x509", "ssh").contains(format)) {
      throw new GitException("gpg.format is " + format + "; expected openpgp, x509 or ssh");
    }
    if (format.equals("ssh") && settings.get("user.signingkey").isEmpty()) {
      throw new GitException(
          "--sign: gpg.format is ssh, and no key is named; `git config --global user.signingkey"
              + " ~/.ssh/id_ed25519.pub` names one");
    }
  }

  /** Returns the signature of the bytes of a commit. */
  GpgSignature sign(byte[] commit) throws GitException {
    try {
      return new GpgSignature(format.equals("ssh") ? byKey(commit) : byGpg(commit));
    } catch (Program.NotStartedException e) {
      throw new GitException(
          "--sign: the program that signs cannot be started: "
              + e.getMessage()
              + "; install it, or name it with `git config --global gpg.program`",
          e);
    } catch (IOException e) {
      throw GitException.of("--sign: the commit could not be signed", e);
    }
  }

  private byte[] byGpg(byte[] commit) throws IOException, GitException {
    String program =
        format.equals("x509")
            ? settings.own("gpg.x509.program").orElse("gpgsm")
            : settings
                .own("gpg.openpgp.program")
                .or(() -> settings.own("gpg.program"))
                .orElse("gpg");
    // Without a key, git names the committer.
    String committer =
        people.committer().getName() + " <" + people.committer().getEmailAddress() + ">";
    String key = settings.get("user.signingkey").orElse(committer);
    Program.Result result =
        new Program(List.of(home(program), "--status-fd=2", "-bsau", key), settings.environment())
            .run(commit);
    if (result.exit() != 0 || !result.err().contains("[GNUPG:] SIG_CREATED ")) {
      throw failed(program, result);
    }
    return result.out().bytes();
  }

  private byte[] byKey(byte[] commit) throws IOException, GitException {
    String program = home(settings.own("gpg.ssh.program").orElse("ssh-keygen"));
    String key = settings.get("user.signingkey").orElseThrow();
    try (PrivateDirectory temporary = PrivateDirectory.create("untether-sign-")) {
      Path directory = temporary.path();
      Path message = Files.write(directory.resolve("commit"), commit);
      List<String> command = new ArrayList<>(List.of(program, "-Y", "sign", "-n", "git"));
      boolean literal = key.startsWith("key::") || key.startsWith("ssh-");
      if (literal) {
        // The key itself, whose secret half an agent holds.
        String text = key.startsWith("key::") ? key.substring("key::".length()) : key;
        Path file = Files.writeString(directory.resolve("key"), text + "\n");
        command.addAll(List.of("-f", file.toString(), "-U"));
      } else {
        command.addAll(List.of("-f", home(key)));
      }
      command.add(message.toString());
      Program.Result result = new Program(command, settings.environment()).run(new byte[0]);
      Path signature = directory.resolve("commit.sig");
      if (result.exit() != 0 || !Files.exists(signature)) {
        throw failed(program, result);
      }
      return Files.readAllBytes(signature);
    }
  }

  private static GitException failed(String program, Program.Result result) {
    String said = result.err().isEmpty() ? "no reason given" : result.err();
    return new GitException(
        "--sign: "
            + program
            + " made no signature (exit "
            + result.exit()
            + "): "
            + said
            + "\nNo branch was changed; see `git help config` under user.signingkey");
  }

  private static String home(String path) {
    return path.startsWith("~/") ? System.getProperty("user.home", "") + path.substring(1) : path;
  }
}
