package dev.untether.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.untether.forge.ForgeDouble.Seen;
import dev.untether.forge.http.HttpTransport;
import dev.untether.forge.http.Patience;
import dev.untether.git.Secret;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A forge with one project, and what the tests of all forges say of it. */
abstract class ForgeFixture {
  protected static final String PROJECT = "acme/widgets";
  protected static final String COMMIT = "1234567890123456789012345678901234567890";
  protected static final Patience PATIENCE = Patience.usual().withRequest(Duration.ofSeconds(20));

  protected final ForgeDouble server = start();
  protected final FakeTime time = new FakeTime();
  protected final HttpTransport transport =
      new HttpTransport(Duration.ofSeconds(5), ProxySelector.of(null));

  /** Returns a new double, which has nothing yet. */
  protected abstract ForgeDouble start();

  @BeforeEach
  void addProject() {
    server.project(PROJECT);
    server.branch(PROJECT, "untether/net", COMMIT);
    server.person(PROJECT, "ann");
    server.person(PROJECT, "bob");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Returns the project as the right token sees it, by a client that remembers nothing. */
  protected final Forge forge() throws ForgeException {
    return connected(server.token()).project(PROJECT);
  }

  protected final ForgeServer connected(Secret token) throws ForgeException {
    return server.connect(Optional.of(token), transport, time.timing(PATIENCE));
  }

  protected final Seen only() {
    assertThat(server.pulls(PROJECT)).hasSize(1);
    return server.pulls(PROJECT).get(0);
  }

  /** Something that a forge is asked. */
  protected interface Asked {
    Object ask() throws Exception;
  }

  /** Returns why a forge did not do what it was asked. */
  protected static ForgeException failure(Asked asked) {
    ForgeException failure = catchThrowableOfType(ForgeException.class, asked::ask);
    assertThat(failure).isNotNull();
    return failure;
  }

  protected static Metadata metadata(String unit) {
    return new Metadata("tidy", unit, "a".repeat(40), "digest", List.of("cut@1"));
  }

  protected static ProposalDraft proposal(String unit) {
    return new ProposalDraft(unit);
  }
}
