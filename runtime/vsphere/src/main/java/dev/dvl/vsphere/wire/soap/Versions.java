package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.http.Reply;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.xml.ApiVersion;
import dev.dvl.vsphere.wire.xml.MalformedAnswer;
import dev.dvl.vsphere.wire.xml.XmlIn;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Comparator;

/**
 * Which version of the API to speak: the newest that the server offers and the schema knows. The
 * server lists what it offers in {@code /sdk/vimServiceVersions.xml}, older versions included.
 */
final class Versions {
  static final ApiVersion OLDEST = ApiVersion.of("6.5");
  static final ApiVersion NEWEST = ApiVersion.of("9.1.0.0");

  private static final String LIST = "/sdk/vimServiceVersions.xml";

  private Versions() {}

  static ApiVersion choose(Transport transport, Duration limit) throws VSphereException {
    Reply reply = transport.send(transport.to(LIST).GET().build(), limit);
    if (!reply.success()) {
      return OLDEST;
    }
    try {
      return choose(XmlIn.read(new ByteArrayInputStream(reply.body())));
    } catch (MalformedAnswer e) {
      throw Protocol.broken(transport.endpoint(), e);
    }
  }

  static ApiVersion choose(Tree list) {
    return list.all("namespace").stream()
        .filter(it -> it.text("name").orElse("").equals("urn:vim25"))
        .flatMap(Tree::walk)
        .filter(it -> it.name().equals("version"))
        .map(Tree::text)
        .filter(it -> it.matches("[0-9]+(\\.[0-9]+)*"))
        .map(ApiVersion::of)
        .filter(NEWEST::atLeast)
        .max(Comparator.naturalOrder())
        .orElse(OLDEST);
  }
}
