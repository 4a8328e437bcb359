package dev.dvl.docker.container.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.V;
import dev.dvl.docker.image.ImageName;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One form for each value, whichever way it was written; and that form is its own form. */
class CanonicalTest {
  private static final Value NET = new Value.Ref(Address.of("net"), "network");
  private static final Value DATA = new Value.Ref(Address.of("data"), "volume");
  private static final Value DB = new Value.Ref(Address.of("db"), "container");

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of(
            "ports", V.set("8080:80/tcp", "0.0.0.0:81:81"), V.set("8080:80", "0.0.0.0:81:81")),
        Arguments.of("ports", V.set("8000-8001:80-81/udp"), V.set("8000:80/udp", "8001:81/udp")),
        Arguments.of("ports", V.set("[::1]:80:80", "80"), V.set("[::1]:80:80", "80")),
        Arguments.of("expose", V.set("9000-9001/tcp"), V.set("9000", "9001")),
        Arguments.of("image", V.of("docker.io/library/postgres"), V.of("postgres:latest")),
        Arguments.of("cap_add", V.set("CAP_NET_ADMIN"), V.set("NET_ADMIN")),
        Arguments.of("stop_signal", V.of("term"), V.of("SIGTERM")),
        Arguments.of("networks", V.set(V.object("network", NET, "aliases", V.set())), V.set(NET)),
        Arguments.of("network_mode", DB, DB),
        Arguments.of(
            "mounts",
            V.set(V.object("type", "volume", "source", DATA, "target", "/d/")),
            V.set(
                V.object(
                    "type",
                    "volume",
                    "source",
                    DATA,
                    "target",
                    "/d",
                    "read_only",
                    false,
                    "no_copy",
                    false))),
        Arguments.of(
            "devices",
            V.set(V.object("source", "/dev/null", "target", "/dev/null")),
            V.set(V.object("source", "/dev/null", "permissions", "rwm"))));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void hasOneForm(String attribute, Value written, Value form) {
    assertThat(Containers.canonical(Map.of(attribute, written))).containsEntry(attribute, form);
    assertThat(Containers.canonical(Map.of(attribute, form))).containsEntry(attribute, form);
  }

  @Test
  void leavesAloneWhatIsNotKnown() {
    Value later =
        V.set(new Value.Deferred(new Term.Read(Address.of("x"), Path.of("y"))), "80:80/tcp");
    assertThat(Containers.canonical(Map.of("ports", later))).containsEntry("ports", later);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io, nginx, latest, ''",
    "shop/web:1, docker.io, shop/web, 1, ''",
    "localhost/web, localhost, web, latest, ''",
    "reg.lab:5000/a/b:2, reg.lab:5000, a/b, 2, ''",
    "a@sha256:00, docker.io, a, '', sha256:00",
    "a:1@sha256:00, docker.io, a, 1, sha256:00"
  })
  void readsImageNames(String text, String registry, String path, String tag, String digest) {
    assertThat(ImageName.parse(text)).isEqualTo(new ImageName(registry, path, tag, digest));
  }
}
