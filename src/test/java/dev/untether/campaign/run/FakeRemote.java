package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.RemoteBranch;
import dev.untether.git.Change;
import dev.untether.git.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A remote in memory: branches with one commit each, and perhaps somebody's on top. */
final class FakeRemote {
  private final Fate fate;
  private final Supplier<String> base;
  private final SortedMap<String, Tip> tips = new TreeMap<>();
  private int pushes;

  FakeRemote(Fate fate, Supplier<String> base) {
    this.fate = fate;
    this.base = base;
  }

  /**
   * Where a branch leads to.
   *
   * @param content what our commit has
   * @param foreign what is not ours
   */
  record Tip(String base, String content, Optional<String> foreign) {
    String id() {
      return World.commit(base + content + foreign);
    }
  }

  synchronized Map<String, Tip> tips() {
    return new TreeMap<>(tips);
  }

  synchronized int pushes() {
    return pushes;
  }

  /** Puts a commit of ours on a branch. */
  synchronized void put(String branch, Tip tip) {
    tips.put(branch, tip);
  }

  /** Puts somebody's commit on a branch. */
  synchronized void work(String branch, String who) {
    Tip tip = tips.getOrDefault(branch, new Tip(base.get(), "", Optional.empty()));
    tips.put(branch, new Tip(tip.base(), tip.content(), Optional.of("a commit by " + who)));
  }

  synchronized void drop(String branch) {
    tips.remove(branch);
  }

  static String content(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      for (Map.Entry<String, Change> change : step.changes().entrySet()) {
        text.append(change.getKey())
            .append(change.getValue().after().map(it -> it.toString()).orElse("-"));
      }
    }
    return text.toString();
  }

  Branches from(String start) {
    return new Branches() {
      @Override
      public Look look(Set<String> names, Map<String, String> known) {
        Map<String, RemoteBranch> found = new TreeMap<>();
        tips()
            .forEach(
                (name, tip) -> {
                  if (names.contains(name)) {
                    found.put(name, new RemoteBranch(tip.id(), tip.foreign()));
                  }
                });
        return new Look(Optional.of(base.get()), found);
      }

      @Override
      public Push push(String branch, List<Step> steps) {
        fate.point();
        Tip wanted = new Tip(start, content(steps), Optional.empty());
        synchronized (FakeRemote.this) {
          Tip present = tips.get(branch);
          if (present != null && present.foreign().isPresent()) {
            return new Push.Foreign(present.foreign().get());
          }
          if (!wanted.equals(present)) {
            tips.put(branch, wanted);
            pushes++;
          }
        }
        fate.point();
        return new Push.Done(wanted.id(), true);
      }

      @Override
      public Deletion delete(String branch) {
        fate.point();
        synchronized (FakeRemote.this) {
          Tip present = tips.get(branch);
          if (present != null && present.foreign().isPresent()) {
            return new Deletion.Foreign(present.foreign().get());
          }
          tips.remove(branch);
        }
        fate.point();
        return new Deletion.Done();
      }

      @Override
      public void close() {}
    };
  }
}
