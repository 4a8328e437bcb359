package dev.dvl.vsphere.connect;

import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.VsphereAttribute;
import dev.dvl.stdlib.VsphereSpec;
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
record Login(HostSpec spec, VsphereSpec block) {
  static Login of(HostSpec spec) {
    return new Login(spec, VsphereSpec.of(spec.values()));
  }

  Endpoint endpoint() throws HostProblem {
    String server = required(block.server(), VsphereAttribute.SERVER, "VSPHERE_SERVER", "GOVC_URL");
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
        required(block.user(), VsphereAttribute.USER, "VSPHERE_USER", "GOVC_USERNAME"),
        required(block.password(), VsphereAttribute.PASSWORD, "VSPHERE_PASSWORD", "GOVC_PASSWORD"));
  }

  Trust trust() throws HostProblem {
    if (block.insecure()) {
      return Trust.Insecure.INSECURE;
    }
    Optional<String> thumbprint = said(block.thumbprint());
    if (thumbprint.isPresent()) {
      return new Trust.ByThumbprint(thumbprint.get());
    }
    Optional<String> authority = said(block.ca());
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
        Math.toIntExact(block.parallelism()),
        Math.toIntExact(block.parallelismPerEsxi()),
        Math.toIntExact(block.parallelismPerDatastore()),
        Limits.USUAL.answer(),
        Limits.USUAL.reread());
  }

  Duration patience() {
    return block.connectTimeout();
  }

  private String required(
      Optional<String> value, VsphereAttribute attribute, String own, String govc)
      throws HostProblem {
    Optional<String> found = said(value).or(() -> variable(own)).or(() -> variable(govc));
    if (found.isEmpty()) {
      throw new HostProblem(
          Codes.SETTINGS,
          "`%s` is set neither in the host block nor by `%s` or `%s`."
              .formatted(attribute.word(), own, govc));
    }
    return found.get();
  }

  private static Optional<String> said(Optional<String> text) {
    return text.filter(it -> !it.isEmpty());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(spec.environment().get(name)).filter(value -> !value.isEmpty());
  }
}
