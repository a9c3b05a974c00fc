package dev.untether.forge.remote;

import dev.untether.forge.Project;
import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository on a server, as git's remotes have it. Users and passwords in it are
 * forgotten.
 *
 * @param host in lower case, without a port
 * @param server where people would look, as far as one can guess: {@code https://host}; with its
 *     port, and {@code http}, if the address is one of the web
 * @param path without a slash at either end and without {@code .git}
 */
public record RemoteUrl(String host, String server, String path) {
  private static final int MAX_LENGTH = 4_096;
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/@]*@)?([^/@]*)/(.*)");
  // As https://git-scm.com/docs/git-clone#_git_urls: a slash before the colon makes it a path.
  private static final Pattern SHORT =
      Pattern.compile("(?:([^/:@]*)@)?(\\[[0-9A-Fa-f:.]+\\]|[^/:@\\[\\]]+):(?!//)(.+)");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]]+)(?::([0-9]{0,5}))?");
  private static final Pattern HOST =
      Pattern.compile("\\[[0-9a-f:.]+\\]|[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?");
  private static final List<String> OVER_SSH = List.of("ssh", "git+ssh", "ssh+git", "git");

  // Where the two answer ssh on port 443, for networks that let nothing else out.
  private static final Map<String, String> ALIASES =
      Map.of("ssh.github.com", "github.com", "altssh.gitlab.com", "gitlab.com");

  /**
   * Returns the address that {@code url} is; nothing for a path in the file system, for other ways
   * of transport, and for what is no address.
   */
  public static Optional<RemoteUrl> of(String url) {
    if (url.length() > MAX_LENGTH || !url.chars().allMatch(c -> c > ' ' && c != 0x7f)) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(url);
    if (address.matches()) {
      String scheme = address.group(1).toLowerCase(Locale.ROOT);
      return inFull(scheme, address.group(2), address.group(3));
    }
    Matcher abbreviated = SHORT.matcher(url);
    if (!abbreviated.matches()) {
      return Optional.empty();
    }
    boolean drive = abbreviated.group(1) == null && abbreviated.group(2).length() == 1;
    // `helper::address` is for a program that git would start.
    boolean helper = abbreviated.group(3).startsWith(":");
    return drive || helper || url.contains("://")
        ? Optional.empty()
        : made("https", abbreviated.group(2), "", abbreviated.group(3));
  }

  /** Returns the project, on the guess that the server has nothing else beside it. */
  public Project project() {
    return new Project(server, path);
  }

  /**
   * Returns the project on a server that is known; nothing if this is on another.
   *
   * @param known without a slash at the end; it may have a path of its own, which addresses over
   *     the web start with and those over ssh do not
   */
  public Optional<Project> on(String known) {
    return hostOf(known).flatMap(its -> on(known, its));
  }

  /**
   * Returns the project on a server whose repositories git finds on another host; nothing if this
   * is on none of the two.
   *
   * @param known as for {@link #on(String)}
   * @param gitHost the host in git's addresses, without a port
   */
  public Optional<Project> on(String known, String gitHost) {
    Matcher matcher = ADDRESS.matcher(known + "/");
    if (!gitHost.toLowerCase(Locale.ROOT).equals(host) || !matcher.matches()) {
      return Optional.empty();
    }
    String folder = matcher.group(3);
    boolean within = !folder.isEmpty() && path.startsWith(folder);
    return Optional.of(new Project(known, within ? path.substring(folder.length()) : path));
  }

  /** Returns the host of a server's address, in lower case; nothing if it is none. */
  public static Optional<String> hostOf(String known) {
    Matcher matcher = ADDRESS.matcher(known + "/");
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(matcher.group(2));
    return authority.matches()
        ? Optional.of(authority.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<RemoteUrl> inFull(String scheme, String authority, String path) {
    boolean web = scheme.equals("https") || scheme.equals("http");
    Matcher matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches() || !(web || OVER_SSH.contains(scheme))) {
      return Optional.empty();
    }
    String port = web && matcher.group(2) != null ? matcher.group(2) : "";
    boolean usual = port.equals(scheme.equals("https") ? "443" : "80");
    String decoded;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign without two digits: git would not decode it either.
      return Optional.empty();
    }
    return path.contains("?") || path.contains("#")
        ? Optional.empty()
        : made(web ? scheme : "https", matcher.group(1), usual ? "" : port, decoded);
  }

  private static Optional<RemoteUrl> made(String scheme, String name, String port, String path) {
    Optional<String> host = host(name);
    Optional<String> repository = repository(path);
    if (host.isEmpty() || repository.isEmpty()) {
      return Optional.empty();
    }
    String server = scheme + "://" + host.get() + (port.isEmpty() ? "" : ":" + port);
    return Optional.of(new RemoteUrl(host.get(), server, repository.get()));
  }

  private static Optional<String> host(String name) {
    String ascii;
    try {
      ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // No name of any host.
      return Optional.empty();
    }
    String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    return HOST.matcher(host).matches()
        ? Optional.of(ALIASES.getOrDefault(host, host))
        : Optional.empty();
  }

  private static Optional<String> repository(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    String bare = path.substring(start, end);
    String name = bare.endsWith(".git") ? bare.substring(0, bare.length() - 4) : bare;
    for (String part : name.split("/", -1)) {
      boolean odd = part.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\');
      if (part.isEmpty() || part.equals(".") || part.equals("..") || odd) {
        return Optional.empty();
      }
    }
    return Optional.of(name);
  }
}
