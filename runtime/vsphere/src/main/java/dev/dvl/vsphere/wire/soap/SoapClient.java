package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.xml.ApiVersion;
import dev.dvl.vsphere.wire.xml.Call;
import dev.dvl.vsphere.wire.xml.MalformedAnswer;
import dev.dvl.vsphere.wire.xml.UnwritableRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Makes single calls: one request, one answer. */
final class SoapClient {
  private final Transport transport;
  private final ApiVersion version;

  SoapClient(Transport transport, ApiVersion version) {
    this.transport = transport;
    this.version = version;
  }

  /**
   * An answer.
   *
   * @param cookie the cookie that the server set with it; empty when it set none
   */
  record Answer<R>(R result, String cookie) {}

  Transport transport() {
    return transport;
  }

  ApiVersion version() {
    return version;
  }

  /**
   * Makes a call.
   *
   * @param cookie the session's; empty before there is one
   */
  <R> Answer<R> exchange(Call<R> call, String cookie, Duration limit) throws VSphereException {
    Reply reply = transport.send(request(call, cookie), limit);
    try {
      return new Answer<>(result(call, reply), Cookies.session(reply.headers()));
    } catch (MalformedAnswer | ArithmeticException e) {
      throw Protocol.broken(transport.endpoint(), e);
    }
  }

  private HttpRequest request(Call<?> call, String cookie) throws VSphereException {
    HttpRequest.Builder request =
        transport
            .to("/sdk")
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"urn:vim25/" + version + "\"");
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try {
      return request.POST(BodyPublishers.ofString(Envelope.of(call, version))).build();
    } catch (UnwritableRequest e) {
      throw new VSphereException(Fault.of(Kind.REQUEST, e.getMessage() + ".", ""), e);
    }
  }

  private <R> R result(Call<R> call, Reply reply) throws VSphereException {
    if (!reply.success() && reply.status() != 500) {
      throw Protocol.status(transport.endpoint(), reply);
    }
    Tree body = Envelope.body(reply.body());
    if (body.name().equals("Fault")) {
      throw new VSphereException(Faults.ofSoap(body));
    }
    if (!body.name().equals(call.method() + "Response")) {
      throw new MalformedAnswer("the answer is to another call: " + body.name());
    }
    return call.result(body.all("returnval"));
  }
}
