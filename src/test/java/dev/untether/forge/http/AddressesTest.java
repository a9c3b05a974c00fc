package dev.untether.forge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.forge.ForgeException;
import dev.untether.git.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses, tokens and proxies are taken. */
final class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://code.example.com",
        "https://code.example.com:8443/gitlab/",
        "http://localhost:3000",
        "http://127.0.0.1:1",
        "http://[::1]:3000",
      })
  void serverMayBeThere(String address) throws ForgeException {
    assertThat(endpoint(address, /* plainAllowed= */ false).base().toString())
        .isEqualTo(address.replaceFirst("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://code.example.com",
        "http://127.0.0.1.example.com",
        "https://me:s3cret@code.example.com",
        "https://s3cret@code.example.com",
        "https://code.example.com?token=s3cret",
        "https://code.example.com#s3cret",
        "ftp://code.example.com",
        "code.example.com",
        "https://",
        "file:///s3cret",
        "https://code example.com",
        "",
      })
  void serverMayNotBeThere(String address) {
    assertThatThrownBy(() -> endpoint(address, /* plainAllowed= */ false))
        .isInstanceOf(ForgeException.class)
        .hasMessageContaining("expected https://HOST")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void unencryptedServerMayBeAllowed() throws ForgeException {
    assertThat(endpoint("http://code.example.com", /* plainAllowed= */ true).base())
        .hasHost("code.example.com");
  }

  private static Endpoint endpoint(String address, boolean plainAllowed) throws ForgeException {
    return Endpoint.of("Forge", address, Map.of(), Duration.ZERO, plainAllowed);
  }

  @Test
  void lineEndAfterATokenIsNoPartOfIt() throws ForgeException {
    assertThat(Credential.bearer(Secret.of(" abc\r\n")).token().reveal()).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "s3cret\nX-Evil: 1", "s3cret\u0000", "s3crét", "s3 cret"})
  void noTokenLooksLikeThat(String token) {
    assertThatThrownBy(() -> Credential.bearer(Secret.of(token)))
        .isInstanceOf(ForgeException.class)
        .hasMessageContaining("token")
        .hasMessageNotContaining("s3");
  }

  @Test
  void credentialDoesNotShowItself() throws ForgeException {
    assertThat(Credential.bearer(Secret.of("s3cret")).toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "a-Z_0.9~, a-Z_0.9~",
    "owner/name, owner%2Fname",
    "a b&c=d?#, a%20b%26c%3Dd%3F%23",
    "ä, %C3%A4",
    "..,%2E%2E",
    ".,%2E",
    "...,...",
  })
  void partsOfAddressesAreEncoded(String text, String encoded) {
    assertThat(UriPart.encoded(text)).isEqualTo(encoded);
  }

  @Test
  void pathKeepsItsSlashes() {
    assertThat(UriPart.encodedPath("a b/../c#")).isEqualTo("a%20b/%2E%2E/c%23");
  }

  @ParameterizedTest
  @CsvSource({
    "https://code.example.com/x, proxy.example.com:3128",
    "http://code.example.com/x, plain.example.com:80",
    "https://deep.intern.example.com/x, direct",
    "https://intern.example.com/x, direct",
    "https://notintern.example.com/x, proxy.example.com:3128",
    "https://ported.example.com:8443/x, direct",
    "https://ported.example.com/x, proxy.example.com:3128",
    "https://localhost:4/x, direct",
    "http://127.0.0.1:4/x, direct",
    "https://[::1]:4/x, direct",
  })
  void proxiesAreThoseOfTheEnvironment(String address, String expected) throws ForgeException {
    ProxySelector proxies =
        Proxies.of(
            Map.of(
                "HTTPS_PROXY", "http://proxy.example.com:3128",
                "http_proxy", "plain.example.com",
                "no_proxy", ".intern.example.com, ported.example.com:8443"),
            ProxySelector.of(null));

    assertThat(shown(proxies, address)).isEqualTo(expected);
  }

  @Test
  void proxiesAreThoseOfJavaWhenTheEnvironmentNamesNone() throws ForgeException {
    ProxySelector java =
        ProxySelector.of(InetSocketAddress.createUnresolved("java.example.com", 8080));

    assertThat(shown(Proxies.of(Map.of("no_proxy", "*"), java), "https://code.example.com"))
        .isEqualTo("java.example.com:8080");
  }

  @Test
  void noProxyForAnybodyIsPossible() throws ForgeException {
    Map<String, String> environment = Map.of("all_proxy", "http://p:1", "NO_PROXY", "*");

    assertThat(shown(Proxies.of(environment, ProxySelector.of(null)), "https://code.example.com"))
        .isEqualTo("direct");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socks5://p:1", "http://me:s3cret@p:1", "https://p:1", "http://", "http://a b"})
  void proxyThatCannotBeUsedIsNamedAndNotShown(String proxy) {
    assertThatThrownBy(() -> Proxies.of(Map.of("https_proxy", proxy), ProxySelector.of(null)))
        .isInstanceOf(ForgeException.class)
        .hasMessageContaining("https_proxy")
        .hasMessageNotContaining("s3cret");
  }

  private static String shown(ProxySelector proxies, String address) {
    Proxy proxy = proxies.select(URI.create(address)).get(0);
    if (!(proxy.address() instanceof InetSocketAddress at)) {
      return "direct";
    }
    return at.getHostString() + ":" + at.getPort();
  }
}
