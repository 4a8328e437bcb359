package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that make machines and what runs in them, on real engines that are reached over real
 * SSH: they go up, do what they are for, and come down again.
 */
@Tag("vcenter")
@SuppressWarnings("NullAway.Init")
class MachineExamplesTest {
  @TempDir private Path folder;
  private Site site;

  @BeforeEach
  void order() throws Exception {
    site = Site.open();
  }

  @AfterEach
  void close() throws Exception {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void dockerInAMachine() throws Exception {
    Example example = Example.of("docker-in-vm", folder, site.vcenter());
    assertThat(Example.page(example.applied(), "")).isEqualTo("hello from a machine");
    example.done("destroy", "--yes");
    site.assertAsItWas();
  }

  @Test
  void aShop() throws Exception {
    Example example = Example.of("shop", folder, site.vcenter());
    String said = example.applied();
    assertThat(Example.page(said, "/api")).isEqualTo("api has pears");
    assertThat(Example.page(said, "/cart")).isEqualTo("cart has pears");
    example.done("destroy", "--yes");
    site.assertAsItWas();
  }

  @Test
  void aBoxForEachDeveloper() throws Exception {
    Example example = Example.of("dev-box", folder, site.vcenter());
    String[] anna = {"--stack", "anna"};
    String[] ben = {"--stack", "ben", "--param", "developer=ben"};
    String ofAnna = example.applied(anna);
    assertThat(Example.page(example.applied(ben), "")).isEqualTo("the box of ben");
    example.done("destroy", Example.with("--yes", ben));
    assertThat(Example.page(ofAnna, "")).isEqualTo("the box of anna");
    example.done("plan", Example.with("--detailed-exitcode", anna));
    example.done("destroy", Example.with("--yes", anna));
    site.assertAsItWas();
  }
}
