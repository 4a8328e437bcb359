package dev.dvl.vsphere;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.wire.SoapConnector;
import java.util.Optional;

/**
 * The peers that the environment names. A missing one skips a test, and fails it on a build server.
 */
public final class Peers {
  private Peers() {}

  /** A session on the vCenter simulator, which every test shares: name objects at random. */
  public static VSphereSession vcenter() throws VSphereException {
    return vcenter(Limits.USUAL);
  }

  /** The same with limits of the test's own. */
  public static VSphereSession vcenter(Limits limits) throws VSphereException {
    return new SoapConnector().open(endpoint(), Trust.Insecure.INSECURE, user(), limits);
  }

  public static Endpoint endpoint() {
    return Endpoint.of(variable("DVL_TEST_VCENTER"));
  }

  public static Credentials user() {
    return new Credentials(
        variable("DVL_TEST_VCENTER_USER"), variable("DVL_TEST_VCENTER_PASSWORD"));
  }

  public static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return value.get();
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(name + " is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: " + name + " is not set; see testing/README.md");
  }
}
