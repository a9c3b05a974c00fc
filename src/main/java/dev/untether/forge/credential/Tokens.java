package dev.untether.forge.credential;

import dev.untether.forge.ForgeKind;
import dev.untether.git.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The tokens that there are for servers. A token that belongs to one host is never given for
 * another, whatever kind of forge that one says it is:
 *
 * <ol>
 *   <li>{@code UNTETHER_TOKEN_<HOST>} is for that host, whatever it runs; see {@link #variable};
 *   <li>{@code GITHUB_TOKEN} is for the host of {@code GITHUB_SERVER_URL}, which the workflows of
 *       GitHub, GitHub Enterprise, Gitea and Forgejo set; without it, for that of {@code GH_HOST};
 *       without both, for github.com and *.ghe.com. {@code GH_TOKEN} is for the host of {@code
 *       GH_HOST}; without it, for github.com and *.ghe.com;
 *   <li>{@code GH_ENTERPRISE_TOKEN} and {@code GITHUB_ENTERPRISE_TOKEN} are for the host of {@code
 *       GH_HOST} or {@code GITHUB_SERVER_URL}, and never for github.com;
 *   <li>{@code GITLAB_TOKEN} is for the host of {@code GITLAB_HOST}, {@code CI_SERVER_URL} or
 *       {@code CI_SERVER_HOST}; without them, for gitlab.com. {@code CI_JOB_TOKEN} is for that of
 *       {@code CI_SERVER_URL} or {@code CI_SERVER_HOST} alone;
 *   <li>{@code GITEA_TOKEN} is for the host of {@code GITEA_SERVER_URL}, {@code FORGEJO_TOKEN} for
 *       that of {@code FORGEJO_SERVER_URL};
 *   <li>for everything else, and where none of these is set, another source is asked.
 * </ol>
 *
 * <p>Over plain http nothing is given, except to this machine.
 */
public final class Tokens {
  /** The name of the other source, which git's helpers are. */
  public static final String OTHER = "git credential";

  private static final int MAX_HOST = 253;
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final String PREFIX = "UNTETHER_TOKEN_";
  private static final String SERVER_OF_ACTIONS = "GITHUB_SERVER_URL";
  private static final String HOST_OF_GH = "GH_HOST";
  private static final List<String> SERVERS_OF_CI = List.of("CI_SERVER_URL", "CI_SERVER_HOST");
  private static final List<String> SERVERS_OF_GITLAB =
      List.of("GITLAB_HOST", "CI_SERVER_URL", "CI_SERVER_HOST");

  private final Map<String, String> environment;
  private final Function<String, Optional<Secret>> other;

  /**
   * @param environment the variables of the environment
   * @param other asked for a server when no variable has a token for it
   */
  public Tokens(Map<String, String> environment, Function<String, Optional<Secret>> other) {
    this.environment = Map.copyOf(environment);
    this.other = other;
  }

  /**
   * Returns the token for a server.
   *
   * @param server an address such as {@code https://github.com}
   * @param kind the forge that it runs
   */
  public Optional<Secret> of(String server, ForgeKind kind) {
    return find(server, kind).map(Token::secret);
  }

  /** Returns the token for a server, with where it is from. */
  public Optional<Token> find(String server, ForgeKind kind) {
    Optional<String> host = trusted(server);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    for (String variable : variables(host.get(), kind)) {
      Optional<String> value = value(variable);
      if (value.isPresent()) {
        return Optional.of(new Token(Secret.of(value.get()), variable));
      }
    }
    return other.apply(server).map(secret -> new Token(secret, OTHER));
  }

  /**
   * Returns the variable that is for one host alone: dots become {@code _} and dashes {@code __},
   * so that no two hosts share one.
   *
   * @return nothing for what is no name of a host
   */
  public static Optional<String> variable(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.length() <= MAX_HOST && HOST.matcher(name).matches()
        ? Optional.of(PREFIX + name.replace("-", "__").replace('.', '_').toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Returns the variables whose token is for a host, the most specific first. */
  private List<String> variables(String host, ForgeKind kind) {
    List<String> names = new ArrayList<>();
    variable(host).ifPresent(names::add);
    switch (kind) {
      case GITHUB -> {
        boolean cloud = host.equals("github.com") || host.endsWith(".ghe.com");
        boolean named = names(HOST_OF_GH, host) || names(SERVER_OF_ACTIONS, host);
        add(names, "GH_TOKEN", isNamed(List.of(HOST_OF_GH), host).orElse(cloud));
        add(names, "GITHUB_TOKEN", isOfActions(host).orElse(cloud));
        add(names, "GH_ENTERPRISE_TOKEN", named && !cloud);
        add(names, "GITHUB_ENTERPRISE_TOKEN", named && !cloud);
      }
      case GITLAB -> {
        boolean gitlab = host.equals("gitlab.com");
        add(names, "GITLAB_TOKEN", isNamed(SERVERS_OF_GITLAB, host).orElse(gitlab));
        add(names, Token.JOB, isNamed(SERVERS_OF_CI, host).orElse(false));
      }
      case GITEA -> {
        add(names, "GITEA_TOKEN", names("GITEA_SERVER_URL", host));
        add(names, "FORGEJO_TOKEN", names("FORGEJO_SERVER_URL", host));
        add(names, "GITHUB_TOKEN", names(SERVER_OF_ACTIONS, host));
      }
      case GERRIT -> {
        // Nothing names a token of Gerrit's.
      }
    }
    return names;
  }

  private static void add(List<String> names, String name, boolean isForHost) {
    if (isForHost) {
      names.add(name);
    }
  }

  /** Returns whether the token of workflows is for a host, if anything says whose it is. */
  private Optional<Boolean> isOfActions(String host) {
    return value(SERVER_OF_ACTIONS).isPresent()
        ? Optional.of(names(SERVER_OF_ACTIONS, host))
        : isNamed(List.of(HOST_OF_GH), host);
  }

  /** Returns whether one of the variables names the host, if any is set. */
  private Optional<Boolean> isNamed(List<String> variables, String host) {
    return variables.stream().noneMatch(variable -> value(variable).isPresent())
        ? Optional.empty()
        : Optional.of(variables.stream().anyMatch(variable -> names(variable, host)));
  }

  /** Returns whether a variable has an address on the host, or its name. */
  private boolean names(String variable, String host) {
    return value(variable)
        .map(value -> value.contains("://") ? value : "https://" + value)
        .flatMap(Tokens::parsed)
        .map(uri -> uri.getHost().toLowerCase(Locale.ROOT))
        .filter(host::equals)
        .isPresent();
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        // Anything else breaks headers, and the exceptions about them would quote it.
        .filter(value -> !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f));
  }

  /** Returns the host of a server that a token may be sent to. */
  private static Optional<String> trusted(String server) {
    Optional<URI> uri = parsed(server);
    String host = uri.map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
    boolean local =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    String scheme = uri.map(URI::getScheme).orElse("").toLowerCase(Locale.ROOT);
    return scheme.equals("https") || (local && scheme.equals("http"))
        ? Optional.of(host)
        : Optional.empty();
  }

  private static Optional<URI> parsed(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      // Its message would quote the address, with a password in it.
      return Optional.empty();
    }
  }
}
