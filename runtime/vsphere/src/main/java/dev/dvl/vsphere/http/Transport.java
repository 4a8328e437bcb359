package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to one server; for many threads at once. The time limit is for the whole answer. A
 * redirect is a fault: whoever it leads to would get the password. Nothing is sent twice.
 */
public final class Transport implements AutoCloseable {
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final Endpoint endpoint;
  private final HttpClient client;
  private final Failures failures;

  public Transport(Endpoint endpoint, Trust trust) throws VSphereException {
    this.endpoint = endpoint;
    this.failures = new Failures(endpoint);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(TlsContext.of(trust))
            .build();
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Begins a request for a path of the server. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(endpoint.at(path)).header("User-Agent", "dvl");
  }

  /**
   * Sends a request and receives the whole answer, whatever its status.
   *
   * @throws VSphereException when no whole answer came; its kind says whether the request may have
   *     had an effect
   */
  public Reply send(HttpRequest request, Duration limit) throws VSphereException {
    HttpResponse<byte[]> response =
        within(
            limit,
            client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)));
    if (response.statusCode() / 100 == 3) {
      throw failures.redirected(response.headers().firstValue("location").orElse("nowhere"));
    }
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private <T> T within(Duration limit, CompletableFuture<T> answer) throws VSphereException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failures.late(limit, e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failures.interrupted(e);
    } catch (ExecutionException e) {
      throw failures.of(e.getCause() instanceof IOException io ? io : new IOException(e));
    }
  }
}
