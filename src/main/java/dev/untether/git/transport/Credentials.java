package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.Secret;
import dev.untether.process.ChildProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the user's credential helpers know; nobody is ever asked. */
public final class Credentials {
  private static final String PASSWORD = "password=";

  private Credentials() {}

  /**
   * Returns the password or token for a server.
   *
   * @param url an address of the web: {@code https://github.com}, or that of a repository, for
   *     helpers that tell them apart
   * @return nothing when no helper knows one
   * @throws GitException when the address is none of the web, or a helper does not come to an end
   */
  public static Optional<Secret> fill(String url, TransportOptions options)
      throws GitException, InterruptedException {
    Address address = Address.of("the address to log in to", url);
    if (address.login().isPresent()) {
      return address.login().map(Login::secret);
    }
    if (address.origin().isEmpty()) {
      throw new GitException(
          GitException.Reason.LOCAL, url + ": has no passwords; expected https://host");
    }
    try (PrivateRepository mine = PrivateRepository.empty(options)) {
      byte[] question = question(address).getBytes(StandardCharsets.UTF_8);
      ChildProcess.Result result = mine.run(List.of("credential", "fill"), question);
      if (result.late()) {
        throw mine.complaint(address + ": the credential helper", address, result);
      }
      if (result.exit() != 0) {
        // No helper, or none that knows; git would ask now, and may not.
        return Optional.empty();
      }
      return result
          .text()
          .lines()
          .filter(line -> line.startsWith(PASSWORD) && line.length() > PASSWORD.length())
          .map(line -> Secret.of(line.substring(PASSWORD.length())))
          .findFirst();
    }
  }

  /** Returns the question in the lines of https://git-scm.com/docs/git-credential. */
  private static String question(Address address) throws GitException {
    try {
      URI uri = URI.create(address.text());
      StringBuilder lines = new StringBuilder();
      lines.append("protocol=").append(uri.getScheme()).append('\n');
      String authority = uri.getRawAuthority();
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      lines.append("host=").append(host).append('\n');
      if (uri.getUserInfo() != null) {
        lines.append("username=").append(uri.getUserInfo()).append('\n');
      }
      String path = uri.getRawPath();
      if (path != null && path.length() > 1) {
        lines.append("path=").append(path.substring(1)).append('\n');
      }
      return lines.append('\n').toString();
    } catch (IllegalArgumentException e) {
      throw new GitException(
          GitException.Reason.LOCAL, address + ": is no address of the web: " + e.getMessage());
    }
  }
}
