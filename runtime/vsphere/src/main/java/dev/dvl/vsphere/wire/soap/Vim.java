package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.vim.RetrieveServiceContent;
import dev.dvl.vsphere.wire.vim.ServiceContent;
import dev.dvl.vsphere.wire.xml.ApiVersion;
import dev.dvl.vsphere.wire.xml.Call;
import dev.dvl.vsphere.wire.xml.MalformedAnswer;
import java.time.Duration;
import java.util.function.Supplier;

/** A server that is logged in to: makes calls, again where that is safe. */
public final class Vim implements AutoCloseable {
  public static final Ref SERVICE = new Ref("ServiceInstance", "ServiceInstance");

  private final SoapClient client;
  private final ServiceContent content;
  private final SessionKeeper keeper;
  private final Limits limits;

  private Vim(SoapClient client, ServiceContent content, SessionKeeper keeper, Limits limits) {
    this.client = client;
    this.content = content;
    this.keeper = keeper;
    this.limits = limits;
  }

  /** Asks for the version, then for the service, then logs in. */
  public static Vim open(Endpoint endpoint, Trust trust, Credentials credentials, Limits limits)
      throws VSphereException {
    Transport transport = new Transport(endpoint, trust);
    try {
      Duration limit = limits.answer();
      SoapClient client = new SoapClient(transport, Versions.choose(transport, limit));
      ServiceContent content =
          client.exchange(new RetrieveServiceContent(SERVICE), "", limit).result();
      SessionKeeper keeper = new SessionKeeper(client, content, credentials, limit);
      keeper.start();
      return new Vim(client, content, keeper, limits);
    } catch (VSphereException | RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  public ServiceContent content() {
    return content;
  }

  public ApiVersion version() {
    return client.version();
  }

  public Limits limits() {
    return limits;
  }

  public Transport transport() {
    return client.transport();
  }

  /** The cookie that names the session, also to the server's files. */
  public String cookie() {
    return keeper.cookie();
  }

  /** What the session is called in calls that are about sessions. */
  public String sessionKey() {
    return keeper.key();
  }

  /** Who is logged in, as the server has it: also in events. */
  public String user() {
    return keeper.user();
  }

  /** How many times it logged in; what the server kept for an earlier login is gone. */
  public int logins() {
    return keeper.logins();
  }

  /** Makes a call that is answered at once. */
  public <R> R call(Call<R> call) throws VSphereException {
    return call(call, limits.answer());
  }

  /** Makes a call whose answer may take that long. */
  public <R> R call(Call<R> call, Duration within) throws VSphereException {
    return Backoff.USUAL.run(call.reads(), () -> keeper.call(call, within));
  }

  /** Takes apart what the server said; what is not as the protocol has it is a fault. */
  public <T> T reading(Supplier<T> reader) throws VSphereException {
    try {
      return reader.get();
    } catch (MalformedAnswer | ArithmeticException e) {
      throw Protocol.broken(client.transport().endpoint(), e);
    }
  }

  /** Something that is to be done before the session ends, also when the process does. */
  public void leaving(Runnable farewell) {
    keeper.leaving(farewell);
  }

  @Override
  public void close() {
    keeper.close();
  }
}
