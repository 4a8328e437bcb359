package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;

/**
 * {@code hostname} and {@code domainname}. Where nobody set them the engine writes the beginning of
 * the container's id, or the machine's own name where the container shares that.
 */
record HostName() implements Facet {
  private static final int SHORT_ID = 12;

  @Override
  public void ask(Wanted wanted, Request request) {
    wanted
        .text("hostname")
        .ifPresent(name -> request.put(Section.CONFIG, "Hostname", Json.of(name)));
    wanted
        .text("domainname")
        .ifPresent(name -> request.put(Section.CONFIG, "Domainname", Json.of(name)));
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    boolean shared = sharesMachine(seen);
    String name = seen.at(Section.CONFIG, "Hostname").text();
    boolean made = shared || isOwnId(name, seen);
    shown.put("hostname", made ? Value.Null.NULL : Codec.text(name), Value.Null.NULL);
    String domain = shared ? "" : seen.at(Section.CONFIG, "Domainname").text();
    shown.put("domainname", Codec.text(domain), Value.Null.NULL);
  }

  private static boolean isOwnId(String name, Seen seen) {
    String id = seen.container().at("Id").text();
    return name.length() == SHORT_ID && id.startsWith(name);
  }

  private static boolean sharesMachine(Seen seen) {
    String network = seen.at(Section.HOST, "NetworkMode").text();
    return network.startsWith("container:")
        || (network.equals("host") && !seen.setAtBirth("hostname"))
        || seen.at(Section.HOST, "UTSMode").text().equals("host");
  }
}
