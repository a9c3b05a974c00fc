package dev.untether.campaign.connect;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.connect.Forges;
import dev.untether.forge.credential.Token;
import dev.untether.forge.credential.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The servers of a run: each is told apart once, and spoken to with one token. */
public final class Servers {
  private final Forges forges;
  private final Tokens tokens;
  private final Optional<ForgeKind> stated;
  private final Map<String, ForgeKind> kinds = new HashMap<>();
  private final Map<String, ForgeServer> servers = new HashMap<>();

  /**
   * @param stated what the user says that servers run; found out, if empty
   */
  public Servers(Forges forges, Tokens tokens, Optional<ForgeKind> stated) {
    this.forges = forges;
    this.tokens = tokens;
    this.stated = stated;
  }

  /** Returns what runs at an address. */
  public synchronized ForgeKind kind(String address) throws ForgeException, InterruptedException {
    if (stated.isPresent()) {
      return stated.get();
    }
    ForgeKind kind = kinds.get(address);
    if (kind == null) {
      kind = forges.kind(address);
      kinds.put(address, kind);
    }
    return kind;
  }

  /** Returns the server at an address. */
  public ForgeServer server(String address) throws ForgeException, InterruptedException {
    return server(kind(address), address);
  }

  /** Returns the server at an address, of which it is known what it runs. */
  public synchronized ForgeServer server(ForgeKind kind, String address) throws ForgeException {
    ForgeServer server = servers.get(address);
    if (server == null) {
      server = forges.server(kind, address, tokens.of(address, kind));
      servers.put(address, server);
    }
    return server;
  }

  /** Returns the token for an address and where it is from, for git to show it too. */
  Optional<Token> token(String address, ForgeKind kind) {
    return tokens.find(address, kind);
  }
}
