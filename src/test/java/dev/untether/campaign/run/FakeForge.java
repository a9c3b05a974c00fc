package dev.untether.campaign.run;

import dev.untether.forge.Checks;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.Metadata;
import dev.untether.forge.Project;
import dev.untether.forge.Proposal;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.description.MetadataBlock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A forge in memory that keeps the promises of {@link Forge}, and fails when told to. */
final class FakeForge implements Forge {
  final List<String> comments = new ArrayList<>();
  Checks checks = Checks.PASSED;
  boolean mayPush = true;
  Instant now = World.NOW;

  private final Project project;
  private final Fate fate;
  private final Predicate<String> hasBranch;
  private final SortedMap<Long, PullRequest> requests = new TreeMap<>();
  private final List<ForgeException> faults = new ArrayList<>();
  private boolean actsBeforeItFails;

  FakeForge(Project project, Fate fate, Predicate<String> hasBranch) {
    this.project = project;
    this.fate = fate;
    this.hasBranch = hasBranch;
  }

  /**
   * Fails the next calls that change something.
   *
   * @param acts whether it does what it was asked before it fails
   */
  synchronized void fails(boolean acts, ForgeException... next) {
    faults.addAll(List.of(next));
    actsBeforeItFails = acts;
  }

  synchronized List<PullRequest> requests() {
    return List.copyOf(requests.values());
  }

  synchronized List<PullRequest> open() {
    return requests().stream().filter(it -> it.state() == State.OPEN).toList();
  }

  /** Adds a pull request as somebody made it. */
  synchronized PullRequest add(State state, String branch, String body, Instant opened) {
    long number = requests.size() + 1L;
    PullRequest request =
        new PullRequest(
            number,
            URI.create(project + "/pull/" + number),
            state,
            /* draft= */ false,
            branch,
            "",
            "main",
            "Title",
            body,
            MetadataBlock.in(body),
            opened);
    requests.put(number, request);
    return request;
  }

  /** Makes a pull request end as people end it. */
  synchronized void end(long number, State state) {
    requests.computeIfPresent(number, (key, it) -> changed(it, state, it.title(), it.body()));
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public String defaultBranch() {
    return "main";
  }

  @Override
  public boolean mayPush() {
    return mayPush;
  }

  @Override
  public synchronized List<PullRequest> own(String campaign) {
    return requests().stream()
        .filter(it -> it.metadata().map(Metadata::campaign).filter(campaign::equals).isPresent())
        .toList();
  }

  @Override
  public PullRequest open(Proposal proposal) throws ForgeException {
    fate.point();
    failBefore();
    PullRequest request;
    synchronized (this) {
      if (!hasBranch.test(proposal.branch())) {
        throw new ForgeException(ForgeException.Reason.REFUSED, "no branch " + proposal.branch());
      }
      Optional<PullRequest> there =
          open().stream()
              .filter(
                  it ->
                      it.branch().equals(proposal.branch())
                          && it.metadata().filter(proposal.metadata()::isOfSameUnit).isPresent())
              .findFirst();
      request =
          there.isPresent()
              ? changed(there.get(), State.OPEN, proposal.title(), proposal.body())
              : changed(
                  add(State.OPEN, proposal.branch(), proposal.body(), now),
                  State.OPEN,
                  proposal.title(),
                  proposal.body());
      requests.put(request.number(), request);
    }
    failAfter();
    fate.point();
    return request;
  }

  @Override
  public PullRequest update(PullRequest request, Proposal proposal) throws ForgeException {
    fate.point();
    failBefore();
    PullRequest updated;
    synchronized (this) {
      PullRequest present = Optional.ofNullable(requests.get(request.number())).orElseThrow();
      updated = changed(present, present.state(), proposal.title(), proposal.body());
      requests.put(updated.number(), updated);
    }
    failAfter();
    fate.point();
    return updated;
  }

  @Override
  public void close(PullRequest request, String comment) throws ForgeException {
    fate.point();
    failBefore();
    synchronized (this) {
      comments.add("#" + request.number() + " " + comment);
      end(request.number(), State.CLOSED);
    }
    failAfter();
    fate.point();
  }

  @Override
  public Checks checks(PullRequest request) {
    return checks;
  }

  @Override
  public String cloneUrl() {
    return project + ".git";
  }

  @Override
  public Optional<String> file(String path) {
    return Optional.empty();
  }

  private synchronized void failBefore() throws ForgeException {
    if (!faults.isEmpty() && !actsBeforeItFails) {
      throw faults.remove(0);
    }
  }

  private synchronized void failAfter() throws ForgeException {
    if (!faults.isEmpty() && actsBeforeItFails) {
      throw faults.remove(0);
    }
  }

  private static PullRequest changed(PullRequest it, State state, String title, String body) {
    return new PullRequest(
        it.number(),
        it.page(),
        state,
        it.draft(),
        it.branch(),
        it.head(),
        it.base(),
        title,
        body,
        MetadataBlock.in(body),
        it.opened());
  }
}
