package dev.dvl.vsphere.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.wire.xml.XmlIn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict server sees what it is there to see. */
class StrictRequestsTest {
  private static final String SELF = "<_this type=\"ViewManager\">v</_this>";
  private static final String CONTAINER = "<container type=\"Folder\">f</container>";

  @Test
  void takesWhatIsRight() {
    assertThat(check(SELF + CONTAINER + "<type>A</type><type>B</type><recursive>true</recursive>"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CONTAINER + "<recursive>true</recursive>",
        SELF + "<recursive>true</recursive>" + CONTAINER,
        SELF + CONTAINER + "<recursive>yes</recursive>",
        SELF + CONTAINER + "<recursive>true</recursive><recursive>true</recursive>",
        SELF + CONTAINER + "<recursive>true</recursive><more>x</more>",
        SELF + "<container>f</container><recursive>true</recursive>",
        SELF + CONTAINER
      })
  void refusesWhatIsWrong(String parameters) {
    assertThat(check(parameters)).isNotEmpty();
  }

  private static List<String> check(String parameters) {
    String call = "<CreateContainerView>" + parameters + "</CreateContainerView>";
    Tree tree = XmlIn.read(new ByteArrayInputStream(call.getBytes(StandardCharsets.UTF_8)));
    return new StrictRequests().check(tree);
  }
}
