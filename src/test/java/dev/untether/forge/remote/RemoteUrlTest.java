package dev.untether.forge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.forge.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r.git, github.com, https://github.com, o/r",
    "https://github.com/o/r, github.com, https://github.com, o/r",
    "https://github.com/o/r/, github.com, https://github.com, o/r",
    "HTTPS://GitHub.COM/O/R.git, github.com, https://github.com, O/R",
    "https://github.com./o/r, github.com, https://github.com, o/r",
    "https://github.com:443/o/r, github.com, https://github.com, o/r",
    "https://git.example.com:8443/o/r.git, git.example.com, https://git.example.com:8443, o/r",
    "http://localhost:3000/o/r.git, localhost, http://localhost:3000, o/r",
    "http://git.example.com:80/o/r, git.example.com, http://git.example.com, o/r",
    "https://user:s3cret@github.com/o/r.git, github.com, https://github.com, o/r",
    "https://s3cret@github.com/o/r.git, github.com, https://github.com, o/r",
    "https://x-access-token:s3cret@ghe.corp/o/r, ghe.corp, https://ghe.corp, o/r",
    "ssh://git@github.com/o/r.git, github.com, https://github.com, o/r",
    "ssh://git@git.example.com:2222/o/r.git, git.example.com, https://git.example.com, o/r",
    "ssh://git@ssh.github.com:443/o/r.git, github.com, https://github.com, o/r",
    "ssh://git@altssh.gitlab.com:443/g/r.git, gitlab.com, https://gitlab.com, g/r",
    "git+ssh://git@example.com/o/r, example.com, https://example.com, o/r",
    "ssh://git@[2001:db8::1]:22/o/r, [2001:db8::1], https://[2001:db8::1], o/r",
    "git@github.com:o/r.git, github.com, https://github.com, o/r",
    "github.com:o/r, github.com, https://github.com, o/r",
    "git@gitlab.com:a/b/c/d.git, gitlab.com, https://gitlab.com, a/b/c/d",
    "git@host:/o/r.git, host, https://host, o/r",
    "git@[::1]:o/r.git, [::1], https://[::1], o/r",
    "git@host:o/r:x.git, host, https://host, o/r:x",
    "git://example.com/o/r.git, example.com, https://example.com, o/r",
    "https://gitlab.com/a/b/c/d.git, gitlab.com, https://gitlab.com, a/b/c/d",
    "https://code.example.com/gitlab/g/r.git, code.example.com, https://code.example.com, gitlab/g/r",
    "https://example.com/o/a%2Bb.git, example.com, https://example.com, o/a+b",
    "https://example.com/o/a+b, example.com, https://example.com, o/a+b",
    "https://bücher.example/o/r, xn--bcher-kva.example, https://xn--bcher-kva.example, o/r",
    "https://review.example.com/project, review.example.com, https://review.example.com, project",
    "https://git.sr.ht/~alice/r, git.sr.ht, https://git.sr.ht, ~alice/r",
  })
  void addressNamesHostServerAndPath(String url, String host, String server, String path) {
    RemoteUrl remote = RemoteUrl.of(url).orElseThrow();

    assertThat(remote).isEqualTo(new RemoteUrl(host, server, path));
    assertThat(remote.toString()).doesNotContain("s3cret");
    assertThat(remote.project()).isEqualTo(new Project(server, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/srv/git/r.git",
        "./r",
        "../r.git",
        "r",
        "C:/work/r",
        "C:\\work\\r",
        "file:///srv/git/r.git",
        "./odd:name",
        "ext::sh -c evil",
        "ext::evil",
        "codecommit::eu-west-1://r",
        "s3://bucket/r",
        "ftp://example.com/o/r",
        "https://",
        "https:///o/r",
        "https://example.com",
        "https://example.com/",
        "https://example.com/.git",
        "https://example.com/o//r",
        "https://example.com/o/../r",
        "https://example.com/o/%2e%2e/r",
        "https://example.com/o/r%0a",
        "https://example.com/o/%zz",
        "https://example.com/o/r?x=1",
        "https://example.com/o/r#x",
        "https://example.com:port/o/r",
        "https://-oProxyCommand=evil/o/r",
        "ssh://-oProxyCommand=evil/o/r",
        "-oProxyCommand=evil:o/r",
        "https://exa mple.com/o/r",
        "https://a@b@evil.example/o/r",
        "git@host:",
        "git@:o/r",
        "https://example.com/o/r\n",
      })
  void pathsAndOtherThingsAreOnNoServer(String url) {
    assertThat(RemoteUrl.of(url)).isEmpty();
  }

  @Test
  void endlessAddressIsNone() {
    assertThat(RemoteUrl.of("https://example.com/" + "a/".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://code.example.com/gitlab/g/r.git, https://code.example.com/gitlab, g/r",
    "git@code.example.com:g/r.git, https://code.example.com/gitlab, g/r",
    "ssh://git@code.example.com:2222/g/r.git, https://code.example.com:8443, g/r",
    "https://github.com/o/r, https://github.com, o/r",
    "https://code.example.com/gitlabber/r, https://code.example.com/gitlab, gitlabber/r",
  })
  void projectOnKnownServerDoesNotRepeatItsPath(String url, String server, String path) {
    assertThat(RemoteUrl.of(url).orElseThrow().on(server)).contains(new Project(server, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com", "https://github.com.evil.example", "github.com", ""})
  void projectIsNotOnAnotherServer(String server) {
    assertThat(RemoteUrl.of("https://github.com/o/r").orElseThrow().on(server)).isEmpty();
  }
}
