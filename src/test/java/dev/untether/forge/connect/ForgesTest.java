package dev.untether.forge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.untether.forge.FakeTime;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.http.Patience;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgesTest {
  private static final String LOGIN_PAGE = "<!doctype html><title>Sign in</title>";

  private final List<Transport.Request> asked = new ArrayList<>();

  /**
   * Returns forges whose servers answer {@code yes} at one path and {@code otherwise} elsewhere.
   */
  private Forges answering(String path, int status, String yes, int otherwise, String no) {
    return forges(
        request -> {
          asked.add(request);
          boolean is = request.uri().getPath().equals(path);
          return new Transport.Reply(
              is ? status : otherwise,
              HttpHeaders.of(Map.of(), (name, value) -> true),
              is ? yes : no);
        });
  }

  private static Forges forges(Transport transport) {
    return new Forges(
        transport, new FakeTime().timing(Patience.usual()), /* plainAllowed= */ false);
  }

  private static Forges silent() {
    return forges(
        request -> {
          throw new AssertionError("nobody was to be asked: " + request.uri());
        });
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com, GITHUB",
    "https://GitHub.com/, GITHUB",
    "https://octo.ghe.com, GITHUB",
    "https://gitlab.com, GITLAB",
    "https://codeberg.org, GITEA",
    "https://gitea.com, GITEA",
  })
  void wellKnownServersAreNotAsked(String address, ForgeKind kind) throws Exception {
    assertThat(silent().kind(address)).isEqualTo(kind);
  }

  @Test
  void gitLabSaysItsVersionToThoseWhoAreSignedIn() throws Exception {
    Forges forges =
        answering("/api/v4/version", 401, "{\"message\":\"401 Unauthorized\"}", 404, LOGIN_PAGE);

    assertThat(forges.kind("https://code.example.com")).isEqualTo(ForgeKind.GITLAB);
  }

  @Test
  void gitLabInAPathIsFound() throws Exception {
    Forges forges =
        answering(
            "/gitlab/api/v4/version",
            200,
            "{\"version\":\"18.2.1\",\"revision\":\"5b3ef2d\"}",
            404,
            LOGIN_PAGE);

    assertThat(forges.kind("https://example.com/gitlab/")).isEqualTo(ForgeKind.GITLAB);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"version\":\"1.25.1\"}",
        "200 | {\"version\":\"12.0.1+gitea-1.22.0\"}",
        "403 | {\"message\":\"Only signed in user is allowed to call APIs.\","
            + "\"url\":\"https://code.example.com/api/swagger\"}",
      })
  void giteaSaysItsVersionToAllOrNamesItsManual(int status, String body) throws Exception {
    Forges forges = answering("/api/v1/version", status, body, 404, LOGIN_PAGE);

    assertThat(forges.kind("https://code.example.com")).isEqualTo(ForgeKind.GITEA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"verifiable_password_authentication\":true,\"installed_version\":\"3.15.2\"}",
        "200 | {\"verifiable_password_authentication\":false}",
        "401 | {\"message\":\"Must authenticate to access this API.\","
            + "\"documentation_url\":\"https://docs.github.com/enterprise-server@3.15/rest\"}",
      })
  void gitHubEnterpriseSaysItsVersionOrNamesItsManual(int status, String body) throws Exception {
    Forges forges = answering("/api/v3/meta", status, body, 404, "{\"message\":\"Not Found\"}");

    assertThat(forges.kind("https://code.example.com")).isEqualTo(ForgeKind.GITHUB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LOGIN_PAGE,
        "",
        "{}",
        "[]",
        "{\"version\":7}",
        "{\"status\":\"ok\",\"message\":\"401\"}",
      })
  void serverThatAnswersAnythingElseIsUnknown(String body) {
    for (int status : List.of(200, 302, 401, 403, 404, 500)) {
      Forges forges = answering("/", status, body, status, body);

      ForgeException failure =
          catchThrowableOfType(
              ForgeException.class, () -> forges.kind("https://review.example.com"));

      assertThat(failure).as(status + " " + body).isNotNull();
      assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
      assertThat(failure)
          .hasMessageContaining("https://review.example.com")
          .hasMessageContaining("--forge github|gitlab|gitea|gerrit");
    }
  }

  @Test
  void serverThatCannotBeReachedIsUnknown() {
    Forges forges =
        forges(
            request -> {
              throw new IOException("no route\u001b[31m to host");
            });

    ForgeException failure =
        catchThrowableOfType(ForgeException.class, () -> forges.kind("https://nowhere.example"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessageContaining("no route")
        .hasMessageContaining("--forge github|gitlab|gitea|gerrit")
        .hasMessageNotContaining("\u001b");
  }

  @Test
  void questionsAreFewShowNoTokenAndHaveAnEnd() {
    Forges forges = answering("/", 404, "", 404, "");

    assertThat(
            catchThrowableOfType(
                ForgeException.class, () -> forges.kind("https://code.example.com")))
        .isNotNull();
    assertThat(asked).hasSize(3);
    assertThat(asked)
        .allSatisfy(
            request -> {
              assertThat(request.credential()).isEmpty();
              assertThat(request.headers()).containsOnlyKeys("Accept", "User-Agent");
              assertThat(request.within()).hasSeconds(10);
              assertThat(request.bodyBytes()).isLessThanOrEqualTo(1 << 16);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://code.example.com",
        "https://ann:hunter2@code.example.com",
        "ftp://code.example.com",
        "code.example.com",
        "not an address",
        "",
      })
  void addressThatCannotBeUsedIsNotAsked(String address) {
    ForgeException failure =
        catchThrowableOfType(ForgeException.class, () -> silent().kind(address));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("https://HOST").hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB, https://github.com, https://api.github.com/repos/acme/widgets",
    "GITHUB, https://code.example.com, https://code.example.com/api/v3/repos/acme/widgets",
    "GITLAB, https://gitlab.com/, https://gitlab.com/api/v4/projects/acme%2Fwidgets",
    "GITEA, https://codeberg.org, https://codeberg.org/api/v1/repos/acme/widgets",
  })
  void eachForgeIsSpokenToAtItsInterface(ForgeKind kind, String address, String uri)
      throws Exception {
    Forges forges = answering("/", 200, "", 200, "{\"default_branch\":\"trunk\"}");

    ForgeServer server = forges.server(kind, address, Optional.of(Secret.of("s3cret")));

    assertThat(server.project("acme/widgets").defaultBranch()).isEqualTo("trunk");
    assertThat(asked).singleElement().satisfies(is -> assertThat(is.uri()).hasToString(uri));
    assertThat(server.project("acme/widgets").cloneUrl())
        .isEqualTo(address.replaceFirst("/$", "") + "/acme/widgets.git");
  }

  @Test
  void gerritHasNoPullRequests() {
    ForgeException failure =
        catchThrowableOfType(
            ForgeException.class,
            () ->
                silent().server(ForgeKind.GERRIT, "https://review.example.com", Optional.empty()));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("refs/for/");
  }
}
