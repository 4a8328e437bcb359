package dev.dvl.vsphere.connect;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a host block leads and how it gets in. What the block leaves out comes from {@code
 * VSPHERE_SERVER}, {@code VSPHERE_USER} and {@code VSPHERE_PASSWORD}, else from govc's {@code
 * GOVC_URL}, {@code GOVC_USERNAME} and {@code GOVC_PASSWORD}.
 */
record Login(HostSpec spec) {

  Endpoint endpoint() throws HostProblem {
    String server = required("server", "VSPHERE_SERVER", "GOVC_URL");
    String address = server.substring(server.lastIndexOf('@') + 1);
    try {
      return Endpoint.of(
          server.contains("://") && server.contains("@") ? "https://" + address : address);
    } catch (IllegalArgumentException wrong) {
      throw new HostProblem(Codes.SETTINGS, wrong.getMessage() + ".", wrong);
    }
  }

  Credentials credentials() throws HostProblem {
    return new Credentials(
        required("user", "VSPHERE_USER", "GOVC_USERNAME"),
        required("password", "VSPHERE_PASSWORD", "GOVC_PASSWORD"));
  }

  Trust trust() throws HostProblem {
    if (spec.value("insecure").equals(Value.of(true))) {
      return Trust.Insecure.INSECURE;
    }
    Optional<String> thumbprint = text("thumbprint");
    if (thumbprint.isPresent()) {
      return new Trust.ByThumbprint(thumbprint.get());
    }
    Optional<String> authority = text("ca");
    return authority.isPresent() ? byAuthority(authority.get()) : Trust.BySystem.BY_SYSTEM;
  }

  private Trust byAuthority(String file) throws HostProblem {
    Path pem = spec.project().resolve(file);
    if (!Files.isReadable(pem)) {
      throw new HostProblem(Codes.SETTINGS, "The file `" + file + "` of `ca` cannot be read.");
    }
    return new Trust.ByAuthority(pem);
  }

  Limits limits() {
    return new Limits(
        number("parallelism", Limits.USUAL.perServer()),
        number("parallelism_per_esxi", Limits.USUAL.perHost()),
        number("parallelism_per_datastore", Limits.USUAL.clonesPerDatastore()),
        Limits.USUAL.answer(),
        Limits.USUAL.reread());
  }

  Duration patience() {
    return spec.value("connect_timeout") instanceof Value.Quantity(Dimension ignored, long nanos)
        ? Duration.ofNanos(nanos)
        : Duration.ofSeconds(30);
  }

  private String required(String attribute, String own, String govc) throws HostProblem {
    Optional<String> found = text(attribute).or(() -> variable(own)).or(() -> variable(govc));
    if (found.isEmpty()) {
      throw new HostProblem(
          Codes.SETTINGS,
          "`%s` is set neither in the host block nor by `%s` or `%s`."
              .formatted(attribute, own, govc));
    }
    return found.get();
  }

  private int number(String attribute, int otherwise) {
    return spec.value(attribute) instanceof Value.Int(long number)
        ? Math.toIntExact(number)
        : otherwise;
  }

  private Optional<String> text(String attribute) {
    return spec.value(attribute) instanceof Value.Text(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(spec.environment().get(name)).filter(value -> !value.isEmpty());
  }
}
