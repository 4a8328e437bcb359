package dev.dvl.vsphere.script;

import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Sessions with a scripted server. */
public final class Sessions {
  public static final Watch WATCH = Watch.within(Duration.ofSeconds(20));
  static final Credentials USER = new Credentials("user", "secret");

  /** Short, so that a test of slowness is not slow. */
  static final Limits LIMITS = new Limits(4, 4, 4, Duration.ofSeconds(5), Duration.ofSeconds(2));

  private Sessions() {}

  public static VSphereSession with(ScriptedServer server)
      throws VSphereException, GeneralSecurityException {
    return with(server, LIMITS);
  }

  static VSphereSession with(ScriptedServer server, Limits limits)
      throws VSphereException, GeneralSecurityException {
    Trust trust = new Trust.ByThumbprint(ScriptedServer.CERTIFICATES.sha256());
    return new ServerConnector().open(server.endpoint(), trust, USER, limits);
  }
}
