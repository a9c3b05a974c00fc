package dev.untether.forge;

import dev.untether.forge.http.Transport;
import java.io.IOException;

/** A transport that lives for some requests only, as if the process were killed with the last. */
final class KilledTransport implements Transport {
  private final Transport transport;
  private final boolean afterActing;
  private int left;

  /**
   * @param requests how many requests get their answer
   * @param afterActing whether the server still gets the one after these
   */
  KilledTransport(Transport transport, int requests, boolean afterActing) {
    this.transport = transport;
    this.left = requests;
    this.afterActing = afterActing;
  }

  @Override
  public Reply exchange(Request request) throws IOException, InterruptedException {
    if (left > 0) {
      left--;
      return transport.exchange(request);
    }
    if (afterActing && left == 0) {
      left--;
      transport.exchange(request);
    }
    throw new InterruptedException("killed");
  }
}
