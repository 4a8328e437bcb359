package dev.dvl.vsphere.wire.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.wire.xml.ApiVersion;
import dev.dvl.vsphere.wire.xml.MalformedAnswer;
import dev.dvl.vsphere.wire.xml.UnwritableRequest;
import dev.dvl.vsphere.wire.xml.XmlIn;
import dev.dvl.vsphere.wire.xml.XmlOut;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read is written as it was, with what nobody knows in its place. */
class RoundTripTest {
  private static final String OPEN =
      "<d xmlns=\"urn:vim25\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<device xsi:type=\"VirtualDisk\"><key>2000</key><backing"
            + " xsi:type=\"VirtualDiskFlatVer2BackingInfo\"><fileName>[d] f &lt;&amp;</fileName>"
            + "<datastore type=\"Datastore\">d-1</datastore><diskMode>persistent</diskMode>"
            + "<unheardOf><deep xsi:type=\"xsd:int\">1</deep></unheardOf><uuid>u</uuid></backing>"
            + "<newThing>x</newThing><controllerKey>1000</controllerKey>"
            + "<capacityInKB>5</capacityInKB></device>",
        "<device xsi:type=\"VirtualUSBXHCIController\"><key>1</key><busNumber>0</busNumber>"
            + "<autoConnectDevices>true</autoConnectDevices></device>",
        "<device xsi:type=\"VirtualSomethingNew\"><first>1</first><key>1</key><last>2</last>"
            + "</device>",
        "<device xsi:type=\"VirtualVmxnet3\"><key>1</key><backing xsi:type=\"BrandNewBacking\">"
            + "<x type=\"Network\">n</x></backing><macAddress>m</macAddress></device>"
      })
  void aDeviceIsSentBackAsItWas(String xml) {
    XmlOut out = new XmlOut(ApiVersion.of("8.0.1.0"));
    out.object("device", "VirtualDevice", device(xml));
    assertThat(out).hasToString(xml);
  }

  @Test
  void anEditedDeviceKeepsWhatNobodyKnows() {
    VirtualDisk disk =
        (VirtualDisk)
            device(
                "<device xsi:type=\"VirtualDisk\"><key>1</key><new>x</new>"
                    + "<capacityInKB>5</capacityInKB><newer>y</newer></device>");
    XmlOut out = new XmlOut(ApiVersion.of("8.0.1.0"));
    out.object("device", "VirtualDevice", disk.toBuilder().capacityInKB(6).unitNumber(3).build());
    assertThat(out)
        .hasToString(
            "<device xsi:type=\"VirtualDisk\"><key>1</key><new>x</new><unitNumber>3</unitNumber>"
                + "<capacityInKB>6</capacityInKB><newer>y</newer></device>");
  }

  @Test
  void anOlderServerIsNotSentWhatItDoesNotKnow() {
    CustomizationCloudinitPrep prep = CustomizationCloudinitPrep.builder().metadata("{}").build();
    assertThatThrownBy(
            () ->
                new XmlOut(ApiVersion.of("7.0"))
                    .object("identity", "CustomizationIdentitySettings", prep))
        .isInstanceOf(UnwritableRequest.class)
        .hasMessage("CustomizationCloudinitPrep needs vSphere API 7.0.3.0; the server speaks 7.0");
  }

  @Test
  void aCharacterThatXmlCannotCarryIsRefused() {
    assertThatThrownBy(() -> new XmlOut(ApiVersion.of("7.0")).text("annotation", "a\u0001b"))
        .isInstanceOf(UnwritableRequest.class)
        .hasMessageContaining("annotation holds the character U+0001");
  }

  @Test
  void whatATypeRequiresMustBeThere() {
    assertThatThrownBy(() -> VirtualDisk.builder().key(1).build())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("VirtualDisk needs capacityInKB");
    assertThatThrownBy(() -> device("<device xsi:type=\"VirtualDisk\"><key>1</key></device>"))
        .isInstanceOf(MalformedAnswer.class)
        .hasMessage("device has no capacityInKB");
  }

  private static VirtualDevice device(String xml) {
    String document = OPEN + xml + "</d>";
    return VirtualDevice.read(
        XmlIn.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
            .children()
            .getFirst());
  }
}
