package dev.dvl.vsphere.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The role that the documentation gives has all that planning asks for. */
class PrivilegeTest {
  @Test
  void theRoleOfTheDocumentationHasThemAll() throws IOException {
    String page = Files.readString(Path.of("../../docs/vsphere.md"));
    String role = page.substring(page.indexOf("govc role.create dvl"));
    List<String> granted =
        Arrays.asList(role.substring(0, role.indexOf("```")).split("[\\s\\\\]+", -1));
    assertThat(granted).containsAll(Stream.of(Privilege.values()).map(Privilege::id).toList());
    assertThat(granted).doesNotHaveDuplicates();
  }
}
