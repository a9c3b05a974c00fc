package dev.untether.forge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.ForgeKind;
import dev.untether.git.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
  private static Map<String, String> environment(String settings) {
    Map<String, String> environment = new HashMap<>();
    for (String setting : settings.split(" ", -1)) {
      int at = setting.indexOf('=');
      environment.put(setting.substring(0, at), setting.substring(at + 1));
    }
    return environment;
  }

  private static Optional<String> token(String settings, String server, ForgeKind kind) {
    return new Tokens(environment(settings), asked -> Optional.empty())
        .of(server, kind)
        .map(Secret::reveal);
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_TOKEN=t, https://github.com, GITHUB",
    "GH_TOKEN=t, https://github.com, GITHUB",
    "GH_TOKEN=t GITHUB_TOKEN=x, https://GitHub.com, GITHUB",
    "GITHUB_TOKEN=t, https://acme.ghe.com, GITHUB",
    "GITHUB_TOKEN=t GITHUB_SERVER_URL=https://ghe.corp, https://ghe.corp, GITHUB",
    "GH_TOKEN=t GH_HOST=ghe.corp, https://ghe.corp, GITHUB",
    "GH_ENTERPRISE_TOKEN=t GH_HOST=ghe.corp, https://ghe.corp, GITHUB",
    "GITHUB_ENTERPRISE_TOKEN=t GITHUB_SERVER_URL=https://ghe.corp:8443, https://ghe.corp:8443, GITHUB",
    "GITHUB_TOKEN=x GH_ENTERPRISE_TOKEN=t GH_HOST=ghe.corp GITHUB_SERVER_URL=https://github.com, https://ghe.corp, GITHUB",
    "GITLAB_TOKEN=t, https://gitlab.com, GITLAB",
    "GITLAB_TOKEN=t CI_JOB_TOKEN=x CI_SERVER_HOST=gitlab.com, https://gitlab.com, GITLAB",
    "CI_JOB_TOKEN=t CI_SERVER_HOST=lab.corp, https://lab.corp, GITLAB",
    "GITLAB_TOKEN=t CI_SERVER_URL=https://lab.corp:8443/gitlab, https://lab.corp:8443/gitlab, GITLAB",
    "GITLAB_TOKEN=t GITLAB_HOST=lab.corp, https://lab.corp, GITLAB",
    "GITEA_TOKEN=t GITEA_SERVER_URL=https://tea.corp, https://tea.corp, GITEA",
    "FORGEJO_TOKEN=t FORGEJO_SERVER_URL=https://codeberg.org, https://codeberg.org, GITEA",
    "GITHUB_TOKEN=t GITHUB_SERVER_URL=https://tea.corp, https://tea.corp, GITEA",
    "UNTETHER_TOKEN_GHE_CORP=t, https://ghe.corp, GITHUB",
    "UNTETHER_TOKEN_GITHUB_COM=t GITHUB_TOKEN=x, https://github.com, GITHUB",
    "UNTETHER_TOKEN_MY__LAB_CORP=t, https://my-lab.corp:8443, GITLAB",
    "UNTETHER_TOKEN_REVIEW_CORP=t, https://review.corp, GERRIT",
    "UNTETHER_TOKEN_LOCALHOST=t, http://localhost:3000, GITEA",
    "UNTETHER_TOKEN_127_0_0_1=t, http://127.0.0.1:3000, GITEA",
  })
  void tokenGoesToItsHost(String settings, String server, ForgeKind kind) {
    assertThat(token(settings, server, kind)).contains("t");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_TOKEN=t, https://ghe.corp, GITHUB",
    "GH_TOKEN=t, https://github.com.evil.example, GITHUB",
    "GH_TOKEN=t, https://evilghe.com, GITHUB",
    "GH_TOKEN=t, https://ghe.com.evil.example, GITHUB",
    "GITHUB_TOKEN=t, https://gitlab.com, GITLAB",
    "GITHUB_TOKEN=t, https://codeberg.org, GITEA",
    "GITHUB_TOKEN=t, https://github.com, GITLAB",
    "GITHUB_TOKEN=t GITHUB_SERVER_URL=https://ghe.corp, https://github.com, GITHUB",
    "GITHUB_TOKEN=t GITHUB_SERVER_URL=https://tea.corp, https://github.com, GITHUB",
    "GH_TOKEN=t GH_HOST=ghe.corp, https://github.com, GITHUB",
    "GH_ENTERPRISE_TOKEN=t, https://github.com, GITHUB",
    "GH_ENTERPRISE_TOKEN=t, https://ghe.corp, GITHUB",
    "GH_ENTERPRISE_TOKEN=t GH_HOST=ghe.corp, https://other.corp, GITHUB",
    "GH_ENTERPRISE_TOKEN=t GH_HOST=github.com, https://github.com, GITHUB",
    "GITLAB_TOKEN=t, https://lab.corp, GITLAB",
    "GITLAB_TOKEN=t, https://gitlab.com.evil.example, GITLAB",
    "GITLAB_TOKEN=t CI_SERVER_HOST=lab.corp, https://gitlab.com, GITLAB",
    "CI_JOB_TOKEN=t, https://gitlab.com, GITLAB",
    "CI_JOB_TOKEN=t GITLAB_HOST=lab.corp, https://lab.corp, GITLAB",
    "CI_JOB_TOKEN=t CI_SERVER_HOST=lab.corp, https://other.corp, GITLAB",
    "GITEA_TOKEN=t, https://codeberg.org, GITEA",
    "FORGEJO_TOKEN=t, https://codeberg.org, GITEA",
    "GITEA_TOKEN=t GITEA_SERVER_URL=https://tea.corp, https://other.corp, GITEA",
    "GITEA_TOKEN=t FORGEJO_SERVER_URL=https://tea.corp, https://tea.corp, GITEA",
    "UNTETHER_TOKEN_A_B_CORP=t, https://a-b.corp, GITHUB",
    "UNTETHER_TOKEN_A__B_CORP=t, https://a.b.corp, GITHUB",
    "UNTETHER_TOKEN_GHE_CORP=t, https://ghe.corp.evil.example, GITHUB",
    "GITHUB_TOKEN=t, http://github.com, GITHUB",
    "UNTETHER_TOKEN_TEA_CORP=t, http://tea.corp, GITEA",
    "UNTETHER_TOKEN_GITHUB_COM=t, ssh://github.com, GITHUB",
    "GITHUB_TOKEN=t, https://github.com@evil.example, GITHUB",
    "GITHUB_TOKEN=t, github.com, GITHUB",
    "GITHUB_TOKEN=t, https://exa_mple/ x, GITHUB",
    "GITHUB_TOKEN=, https://github.com, GITHUB",
  })
  void tokenGoesToNoOtherHost(String settings, String server, ForgeKind kind) {
    assertThat(token(settings, server, kind)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "a b", "a\r\nX-Evil: 1", "t\u00f6ken", "a\u0000b"})
  void whatCannotBeInAHeaderIsNoToken(String value) {
    Tokens tokens = new Tokens(Map.of("GH_TOKEN", value), asked -> Optional.empty());

    assertThat(tokens.of("https://github.com", ForgeKind.GITHUB)).isEmpty();
  }

  @Test
  void lineBreakAtTheEndOfATokenIsNotPartOfIt() {
    Tokens tokens = new Tokens(Map.of("GH_TOKEN", "t\n"), asked -> Optional.empty());

    assertThat(tokens.of("https://github.com", ForgeKind.GITHUB).map(Secret::reveal)).contains("t");
  }

  @Test
  void otherSourceIsAskedForThatServerWhenNoVariableIsForIt() {
    List<String> asked = new ArrayList<>();
    Tokens tokens =
        new Tokens(
            Map.of("GH_TOKEN", "t"),
            server -> {
              asked.add(server);
              return Optional.of(Secret.of("s"));
            });

    Token fallback = tokens.find("https://ghe.corp", ForgeKind.GITHUB).orElseThrow();
    assertThat(fallback.secret().reveal()).isEqualTo("s");
    assertThat(fallback.source()).isEqualTo("git credential");
    assertThat(tokens.find("https://github.com", ForgeKind.GITHUB).orElseThrow().source())
        .isEqualTo("GH_TOKEN");
    assertThat(tokens.find("http://ghe.corp", ForgeKind.GITHUB)).isEmpty();
    assertThat(asked).containsExactly("https://ghe.corp");
  }

  @Test
  void jobTokenIsKnownForOne() {
    Tokens tokens =
        new Tokens(
            Map.of("CI_JOB_TOKEN", "t", "CI_SERVER_HOST", "lab.corp"), asked -> Optional.empty());

    Token token = tokens.find("https://lab.corp", ForgeKind.GITLAB).orElseThrow();
    assertThat(token.isJobToken()).isTrue();
    assertThat(token.toString()).doesNotContain("=t");
  }

  @Test
  void variableOfAHostIsItsOwn() {
    assertThat(Tokens.variable("code-1.example.com"))
        .contains("UNTETHER_TOKEN_CODE__1_EXAMPLE_COM");
    assertThat(Tokens.variable("a_b.example.com")).isEmpty();
    assertThat(Tokens.variable("[::1]")).isEmpty();
  }
}
