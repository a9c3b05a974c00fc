package dev.untether.forge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire itself, as far as {@code ForgeContract} does not show it. */
final class HttpTransportTest {
  private static final String TOKEN = "t0ken-of-mine";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @Test
  void serverWithACertificateOfItsOwnMakingSeesNoRequest(@TempDir Path directory) throws Exception {
    try (ServerSocket server =
        ownCertificate(directory)
            .getServerSocketFactory()
            .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(() -> firstByte(server));
      Transport transport = new HttpTransport(Duration.ofSeconds(5), ProxySelector.of(null));
      URI there = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/x");

      assertThatThrownBy(() -> transport.exchange(request(there)))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(seen.join()).isEqualTo(-1);
    }
  }

  /** Returns the first byte of a request; -1 if the client went before there was one. */
  private static int firstByte(ServerSocket server) {
    try (Socket client = server.accept()) {
      return client.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  private static SSLContext ownCertificate(Path directory) throws Exception {
    Path store = directory.resolve("own.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "own",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            store.toString());
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void proxyIsAskedForATunnelAndNeverSeesTheToken() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> refuseOne(proxy));
      ProxySelector proxies =
          Proxies.of(
              Map.of("https_proxy", "http://127.0.0.1:" + proxy.getLocalPort()),
              ProxySelector.of(null));
      Transport transport = new HttpTransport(Duration.ofSeconds(5), proxies);

      Transport.Reply reply = transport.exchange(request(URI.create("https://forge.invalid/x")));

      assertThat(reply.status()).isEqualTo(407);
      assertThat(seen.join())
          .startsWith("CONNECT forge.invalid:443 ")
          .doesNotContain(TOKEN)
          .doesNotContain("Authorization");
    }
  }

  private static String refuseOne(ServerSocket proxy) {
    try (Socket client = proxy.accept();
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream()) {
      byte[] buffer = new byte[8_192];
      int length = 0;
      while (!new String(buffer, 0, length, StandardCharsets.US_ASCII).contains("\r\n\r\n")) {
        length += in.read(buffer, length, buffer.length - length);
      }
      String refusal =
          "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
      out.write(refusal.getBytes(StandardCharsets.US_ASCII));
      return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bodyIsReadUpToItsBound() throws Exception {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789".getBytes(StandardCharsets.US_ASCII);
    for (int bound : List.of(8, 9)) {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        CompletableFuture<Void> served =
            CompletableFuture.runAsync(() -> answerOne(server, answer));
        Transport transport = new HttpTransport(Duration.ofSeconds(5), ProxySelector.of(null));
        URI there = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x");

        if (bound == 9) {
          assertThat(transport.exchange(request(there, bound)).body()).isEqualTo("123456789");
        } else {
          assertThatThrownBy(() -> transport.exchange(request(there, bound)))
              .isInstanceOf(Transport.TooLongException.class)
              .hasMessageContaining("longer than 8 bytes");
        }
        served.join();
      }
    }
  }

  private static void answerOne(ServerSocket server, byte[] answer) {
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      assertThat(client.getInputStream().read(new byte[8_192])).isPositive();
      out.write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transport.Request request(URI uri) throws Exception {
    return request(uri, 1_000);
  }

  private static Transport.Request request(URI uri, int bodyBytes) throws Exception {
    return new Transport.Request(
        Method.GET,
        uri,
        Map.of(),
        Optional.of(Credential.bearer(Secret.of(TOKEN))),
        Optional.empty(),
        Duration.ofSeconds(10),
        bodyBytes);
  }
}
