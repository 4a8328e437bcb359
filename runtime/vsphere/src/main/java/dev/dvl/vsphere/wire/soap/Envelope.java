package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.wire.xml.ApiVersion;
import dev.dvl.vsphere.wire.xml.Call;
import dev.dvl.vsphere.wire.xml.MalformedAnswer;
import dev.dvl.vsphere.wire.xml.XmlIn;
import dev.dvl.vsphere.wire.xml.XmlOut;
import java.io.ByteArrayInputStream;

/** SOAP 1.1 around a call, and off an answer. */
final class Envelope {
  private static final String OPEN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>";
  private static final String CLOSE = "</soapenv:Body></soapenv:Envelope>";

  private Envelope() {}

  static String of(Call<?> call, ApiVersion version) {
    XmlOut out = new XmlOut(version).raw(OPEN);
    out.raw("<" + call.method() + " xmlns=\"urn:vim25\">");
    out.ref("_this", call.self());
    call.write(out);
    return out.raw("</" + call.method() + ">" + CLOSE).toString();
  }

  /** What stands in the body: an answer or a fault. */
  static Tree body(byte[] answer) {
    Tree envelope = XmlIn.read(new ByteArrayInputStream(answer));
    return envelope
        .child("Body")
        .filter(body -> envelope.name().equals("Envelope") && !body.children().isEmpty())
        .map(body -> body.children().getFirst())
        .orElseThrow(() -> new MalformedAnswer("the answer is no SOAP envelope with a body"));
  }
}
