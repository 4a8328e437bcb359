package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.session.Engine;
import dev.dvl.cli.worlds.VCenter;
import java.io.IOException;
import java.util.SortedSet;

/**
 * A vCenter with a template whose clones are machines with a guest: containers of the test engine.
 *
 * @param first the machines that were there when it was new
 */
record Site(Engine engine, VCenter vcenter, SortedSet<String> first) implements AutoCloseable {
  /** One cluster and nothing else, so that no program has to say where its machines go. */
  private static final String MODEL =
      "{\"templates\": [\"debian-12\"], \"vms\": 1, \"standaloneHosts\": 0}";

  static Site open() throws IOException {
    Engine engine = Engine.ofTests();
    GuestImage.make();
    VCenter vcenter = VCenter.with(MODEL);
    return new Site(engine, vcenter, vcenter.machines());
  }

  /** All machines that were made are gone. */
  void assertAsItWas() throws IOException {
    assertThat(vcenter.machines()).isEqualTo(first);
  }

  @Override
  public void close() throws IOException {
    vcenter.close();
  }
}
