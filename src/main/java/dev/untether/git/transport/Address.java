package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where another repository is: an address that cannot make git run a program, and that can be shown
 * to anybody.
 *
 * @param text what git is given
 * @param login what stood before the host; it goes another way than the address
 */
record Address(String text, Optional<Login> login) {
  private static final List<String> SCHEMES = List.of("https", "http", "ssh", "git", "file");
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/@]*)@)?([^/]*)(/.*|)");
  private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9]+::.*", Pattern.DOTALL);
  // As git tells it from a path: a colon before the first slash.
  private static final Pattern SCP = Pattern.compile("[^/]+:.*");

  /**
   * Returns the address.
   *
   * @param name what to call it when it will not do
   */
  static Address of(String name, String text) throws GitException {
    boolean odd = text.isEmpty() || text.startsWith("-") || text.chars().anyMatch(c -> c < ' ');
    if (odd) {
      throw refused(name, "is no address of a repository");
    }
    if (HELPER.matcher(text).matches()) {
      throw refused(name, "names a program (" + text.substring(0, text.indexOf(':')) + "::)");
    }
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      if (Path.of("/").getFileSystem().getSeparator().equals("/") && SCP.matcher(text).matches()) {
        return new Address(text, Optional.empty());
      }
      return local(name, text);
    }
    String scheme = url.group(1).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw refused(name, "is reached by \"" + scheme + "\", which would run a program");
    }
    if (url.group(3).startsWith("-") || url.group(4).startsWith("/-") && !scheme.equals("file")) {
      throw refused(name, "has a part that a program would take as an option");
    }
    String user = url.group(2);
    boolean web = scheme.startsWith("http");
    if (user == null || !web) {
      if (user != null && user.contains(":")) {
        throw refused(name, "has a password in it, which cannot be kept from other users here");
      }
      return new Address(text, Optional.empty());
    }
    int colon = user.indexOf(':');
    if (colon < 0) {
      // A name alone is what helpers look secrets up by.
      return new Address(text, Optional.empty());
    }
    Login login = new Login(decoded(user.substring(0, colon)), secret(user.substring(colon + 1)));
    return new Address(scheme + "://" + url.group(3) + url.group(4), Optional.of(login));
  }

  private static Address local(String name, String text) throws GitException {
    try {
      // Relative ones are as good as a directory inside an archive that somebody unpacked; and a
      // push runs the hooks of the repository that it goes to.
      if (Path.of(text).isAbsolute()) {
        return new Address(text, Optional.empty());
      }
    } catch (InvalidPathException e) {
      throw refused(name, "is no path");
    }
    throw refused(name, "is a relative path (" + text + ")");
  }

  private static GitException refused(String name, String why) {
    return new GitException(
        GitException.Reason.LOCAL,
        name
            + ": "
            + why
            + "; expected https://host/path, ssh://host/path, user@host:path or an absolute path."
            + " `git remote set-url` changes it");
  }

  private static Secret secret(String text) {
    return Secret.of(decoded(text));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that stands for itself.
      return text;
    }
  }

  /** Returns the place on this machine, if it is one. */
  Optional<Path> path() {
    if (text.startsWith("file://")) {
      String path = text.substring("file://".length());
      return Optional.of(Path.of(path.substring(Math.max(0, path.indexOf('/')))));
    }
    boolean path = !URL.matcher(text).matches() && Path.of(text).isAbsolute();
    return path ? Optional.of(Path.of(text)) : Optional.empty();
  }

  /** Returns scheme and host, for which alone a secret is meant, if the web is spoken to. */
  Optional<String> origin() {
    Matcher url = URL.matcher(text);
    if (!url.matches() || !url.group(1).toLowerCase(Locale.ROOT).startsWith("http")) {
      return Optional.empty();
    }
    return Optional.of(url.group(1).toLowerCase(Locale.ROOT) + "://" + url.group(3) + "/");
  }

  /** Returns whether everybody on the way could read what is sent. */
  boolean isOpen() {
    Matcher url = URL.matcher(text);
    return url.matches()
        && url.group(1).equalsIgnoreCase("http")
        && !url.group(3).matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d*)?");
  }

  @Override
  public String toString() {
    return text;
  }
}
