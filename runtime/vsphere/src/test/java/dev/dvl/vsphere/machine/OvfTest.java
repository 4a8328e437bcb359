package dev.dvl.vsphere.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that are imported from OVF and OVA files. */
@Tag("vcenter")
class OvfTest {
  private static final String DESCRIPTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1"
          xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
          xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
          xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
        <References><File ovf:href="box.vmdk" ovf:id="file1" ovf:size="65536"/></References>
        <DiskSection>
          <Info>Disks</Info>
          <Disk ovf:capacity="1" ovf:capacityAllocationUnits="byte * 2^30" ovf:diskId="vmdisk1"
              ovf:fileRef="file1"
              ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>
        </DiskSection>
        <NetworkSection>
          <Info>Networks</Info>
          <Network ovf:name="inside"><Description>inside</Description></Network>
        </NetworkSection>
        <VirtualSystem ovf:id="box">
          <Info>A box</Info>
          <Name>box</Name>
          <ProductSection>
            <Info>What it is told</Info>
            <Property ovf:key="role" ovf:type="string" ovf:userConfigurable="true" ovf:value="none"/>
            <Property ovf:key="site" ovf:type="string" ovf:userConfigurable="true" ovf:value="here"/>
          </ProductSection>
          <OperatingSystemSection ovf:id="100"><Info>Linux</Info></OperatingSystemSection>
          <VirtualHardwareSection>
            <Info>Hardware</Info>
            <System>
              <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>
              <vssd:InstanceID>0</vssd:InstanceID>
              <vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType>
            </System>
            <Item>
              <rasd:ElementName>1 CPU</rasd:ElementName>
              <rasd:InstanceID>1</rasd:InstanceID>
              <rasd:ResourceType>3</rasd:ResourceType>
              <rasd:VirtualQuantity>1</rasd:VirtualQuantity>
            </Item>
            <Item>
              <rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits>
              <rasd:ElementName>64MB</rasd:ElementName>
              <rasd:InstanceID>2</rasd:InstanceID>
              <rasd:ResourceType>4</rasd:ResourceType>
              <rasd:VirtualQuantity>64</rasd:VirtualQuantity>
            </Item>
            <Item>
              <rasd:Address>0</rasd:Address>
              <rasd:ElementName>SCSI</rasd:ElementName>
              <rasd:InstanceID>3</rasd:InstanceID>
              <rasd:ResourceSubType>VirtualSCSI</rasd:ResourceSubType>
              <rasd:ResourceType>6</rasd:ResourceType>
            </Item>
            <Item>
              <rasd:AddressOnParent>0</rasd:AddressOnParent>
              <rasd:ElementName>Disk</rasd:ElementName>
              <rasd:HostResource>ovf:/disk/vmdisk1</rasd:HostResource>
              <rasd:InstanceID>4</rasd:InstanceID>
              <rasd:Parent>3</rasd:Parent>
              <rasd:ResourceType>17</rasd:ResourceType>
            </Item>
          </VirtualHardwareSection>
        </VirtualSystem>
      </Envelope>
      """;

  private static Simulator simulator;
  private static VSphereSession session;

  @TempDir Path folder;

  @BeforeAll
  static void order() throws Exception {
    simulator = Simulator.of("{\"vms\": 1, \"hosts\": 1, \"standaloneHosts\": 0}");
    session = simulator.session();
  }

  @AfterAll
  static void end() throws Exception {
    if (session != null) {
      session.close();
      simulator.close();
    }
  }

  private Bench bench() {
    return new Bench(
        StandardKinds.load(),
        new VSphereProvider(),
        new Stack(StackFile.fresh(), "default"),
        folder);
  }

  private static String program(String name, String ovf) {
    return "module it { edition = 2026 }\n"
        + simulator.host("")
        + "vm box {\n name = \""
        + name
        + "\"\n power = \"off\"\n disk root { size = 2GiB }\n ovf {\n"
        + ovf
        + "\n}\n}\n";
  }

  @Test
  void anOvfFileIsImportedWithItsDisk() throws Exception {
    Files.writeString(folder.resolve("box.ovf"), DESCRIPTOR);
    Files.write(folder.resolve("box.vmdk"), new byte[65536]);
    Bench bench = bench();
    String program =
        program("ovf-box", "source = \"box.ovf\"\n networks = { inside = \"VM Network\" }");
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
    Machine machine =
        Machine.read(session, List.of(session.inventory().byPath("/DC0/vm/ovf-box").orElseThrow()))
            .getFirst();
    assertThat(machine.extra()).containsEntry("dvl.state", "ready " + machine.instanceUuid());
    bench.apply(bench.planDestroy(program));
    assertThat(session.inventory().byPath("/DC0/vm/ovf-box")).isEmpty();
  }

  @Test
  void anOvaFileIsUnpackedWhereItsDigestIsRight() throws Exception {
    Path ova = folder.resolve("box.ova");
    try (OutputStream out = Files.newOutputStream(ova)) {
      entry(out, "box.ovf", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
      entry(out, "box.vmdk", new byte[65536]);
      out.write(new byte[1024]);
    }
    String digest =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ova)));
    Bench bench = bench();
    String program = program("ova-box", "source = \"box.ova\"\n sha256 = \"" + digest + "\"");
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
    bench.apply(bench.planDestroy(program));
  }

  @Test
  void aFileWithAnotherDigestIsNotSent() throws Exception {
    Files.writeString(folder.resolve("box.ovf"), DESCRIPTOR);
    Bench bench = bench();
    ApplyReport report =
        bench.apply(
            bench.plan(
                program(
                    "wrong-box", "source = \"box.ovf\"\n sha256 = \"" + "0".repeat(64) + "\"")));
    assertThat(report.diagnostics().toString()).contains("DVL7113").contains("SHA-256");
    assertThat(session.inventory().byPath("/DC0/vm/wrong-box")).isEmpty();
  }

  @Test
  void aPropertyThatTheFileDeclaresIsChangedLater() throws Exception {
    Files.writeString(folder.resolve("box.ovf"), DESCRIPTOR);
    Files.write(folder.resolve("box.vmdk"), new byte[65536]);
    Bench bench = bench();
    String first =
        program("told-box", "source = \"box.ovf\"")
            .replace("power =", "vapp_properties = { role = \"web\" }\n power =");
    bench.applied(first);
    assertThat(bench.plan(first).changes()).isEmpty();
    assertThat(properties("told-box")).contains("role=web", "site=here");

    String second = first.replace("role = \"web\"", "role = \"db\", site = \"there\"");
    bench.applied(second);
    assertThat(bench.plan(second).changes()).isEmpty();
    assertThat(properties("told-box")).contains("role=db", "site=there");

    List<Diagnostic> found =
        bench.planOutcome(second.replace("site =", "sight =")).diagnostics().stream()
            .filter(Diagnostic::isError)
            .toList();
    assertThat(found).extracting(it -> it.code().id()).containsExactly("DVL7135");
    assertThat(found.getFirst().notes()).contains("There is `role`, `site`.");
    assertThat(found.getFirst().primary()).isPresent();
    bench.apply(bench.planDestroy(first));
  }

  private static String properties(String name) throws Exception {
    Ref ref = session.inventory().byPath("/DC0/vm/" + name).orElseThrow();
    return Machine.read(session, List.of(ref)).getFirst().get("config.vAppConfig").stream()
        .flatMap(it -> it.all("property").stream())
        .map(
            it ->
                it.text("id").orElse("")
                    + "="
                    + it.text("value")
                        .filter(text -> !text.isEmpty())
                        .or(() -> it.text("defaultValue"))
                        .orElse(""))
        .collect(Collectors.joining(" "));
  }

  /** An entry of a POSIX archive. */
  private static void entry(OutputStream out, String name, byte[] content) throws IOException {
    byte[] header = new byte[512];
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, header, 0, text.length);
    byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    header[156] = '0';
    out.write(header);
    out.write(content);
    out.write(Arrays.copyOf(new byte[0], (512 - content.length % 512) % 512));
  }
}
