package dev.untether.cli.option;

import java.io.Closeable;
import java.io.IOException;

/**
 * Something to close, which is closed also when the process is told to end, by Ctrl-C for instance:
 * its temporary directories go then, and the processes that it has started.
 */
public final class AtExit<T extends Closeable> implements Closeable {
  private final T resource;
  private final Thread hook;

  private AtExit(T resource) {
    this.resource = resource;
    this.hook = new Thread(this::closeQuietly, "untether-at-exit");
  }

  /** Returns something that closes {@code resource}, which may be closed twice. */
  public static <T extends Closeable> AtExit<T> closing(T resource) {
    AtExit<T> atExit = new AtExit<>(resource);
    Runtime.getRuntime().addShutdownHook(atExit.hook);
    return atExit;
  }

  /** Returns what will be closed. */
  public T resource() {
    return resource;
  }

  private void closeQuietly() {
    try {
      resource.close();
    } catch (IOException e) {
      // The process ends, and nobody is left to be told.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    resource.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends, and the hook runs by itself.
      return;
    }
  }
}
