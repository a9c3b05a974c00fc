package dev.untether.forge;

import dev.untether.forge.http.Method;
import dev.untether.forge.http.Transport;
import java.io.IOException;

/**
 * A transport on which something else happens just before the first request that changes something.
 */
public final class RacingTransport implements Transport {
  private final Transport transport;
  private final Rival rival;
  private boolean raced;

  /** What happens. */
  public interface Rival {
    /** Does it. */
    void run() throws ForgeException, InterruptedException;
  }

  /** Creates one that is used once. */
  public RacingTransport(Transport transport, Rival rival) {
    this.transport = transport;
    this.rival = rival;
  }

  @Override
  public Reply exchange(Request request) throws IOException, InterruptedException {
    if (!raced && request.method() != Method.GET) {
      raced = true;
      try {
        rival.run();
      } catch (ForgeException e) {
        throw new AssertionError("the rival was to succeed", e);
      }
    }
    return transport.exchange(request);
  }
}
