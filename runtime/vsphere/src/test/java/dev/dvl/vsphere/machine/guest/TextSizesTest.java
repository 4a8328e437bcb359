package dev.dvl.vsphere.machine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.stdlib.StandardKinds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large for a machine is refused as soon as it is known. */
class TextSizesTest {
  /** So many bytes are 64KiB in base64. */
  private static final int MOST = 49_152;

  private static List<String> codes(String cloudInit) {
    SourceMap sources = new SourceMap();
    sources.add(
        "main.dvl",
        """
        secret token
        host lab: vsphere { server = "vc" }
        vm app {
          guest_id = "otherGuest"
          cloud_init { %s }
        }
        """
            .formatted(cloudInit));
    return Compilation.check(sources, StandardKinds.load(), ProjectFiles.NONE)
        .diagnostics()
        .stream()
        .map(it -> it.code().id())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_data", "metadata", "vendor_data"})
  void aTextIsMeasuredAsItIsSent(String name) {
    String text = "compress = false, " + name + " = repeat(\"x\", %d)";
    assertThat(codes(text.formatted(MOST))).isEmpty();
    assertThat(codes(text.formatted(MOST + 1))).containsExactly("DVL4006");
  }

  @Test
  void whatIsCompressedIsMeasuredSo() {
    assertThat(codes("user_data = repeat(\"x\", 100000)")).isEmpty();
    String letters =
        new Random(1)
            .ints(100_000, 'A', 'z')
            .filter(Character::isLetter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(codes("user_data = \"" + letters + "\"")).containsExactly("DVL4006");
  }

  @Test
  void aTextWithASecretIsLeftForThePlan() {
    assertThat(codes("compress = false, user_data = \"${token}${repeat(\"x\", 60000)}\""))
        .isEmpty();
  }
}
