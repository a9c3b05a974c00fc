package dev.untether.campaign.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Threads for one kind of work. When this is closed none of them is left, whatever happened: nobody
 * is to push something after a run has said that it is over.
 */
final class Tasks implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * @param most how many things are done at a time
   */
  Tasks(int most) {
    threads = Executors.newFixedThreadPool(most);
  }

  /** Begins with something. */
  <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /** Does all of it, and returns the results in the order given. */
  <T> List<T> all(List<Callable<T>> work) throws IOException, InterruptedException {
    List<Future<T>> begun = new ArrayList<>();
    work.forEach(each -> begun.add(begin(each)));
    List<T> results = new ArrayList<>();
    for (Future<T> each : begun) {
      results.add(result(each));
    }
    return results;
  }

  /** Waits for a result. What the work threw passes through. */
  static <T> T result(Future<T> begun) throws IOException, InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InterruptedException) {
        throw new InterruptedException();
      }
      if (cause instanceof IOException fault) {
        throw new IOException(fault.getMessage(), fault);
      }
      if (cause instanceof RuntimeException bug) {
        throw bug;
      }
      if (cause instanceof Error bug) {
        throw bug;
      }
      throw new IllegalStateException(cause);
    }
  }

  /** Interrupts what still runs, and waits until it has ended. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
