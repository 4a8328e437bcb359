package dev.dvl.vsphere.server;

import dev.dvl.vsphere.rest.RestClient;
import dev.dvl.vsphere.rest.RestLibraries;
import dev.dvl.vsphere.rest.RestTags;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.wire.Beside;

/** Tags and libraries, over REST. */
record RestSession(RestClient client, Libraries libraries) implements Beside {

  static Beside open(Shared shared) {
    RestClient client =
        new RestClient(shared.transport(), shared.credentials(), shared.limits(), shared.repeat());
    return new RestSession(client, new RestLibraries(client, shared.gate()));
  }

  @Override
  public Tags tags() {
    return new RestTags(client);
  }

  @Override
  public void close() {
    client.close();
  }
}
