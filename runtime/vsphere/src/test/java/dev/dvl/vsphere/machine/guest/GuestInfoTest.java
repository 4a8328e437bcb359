package dev.dvl.vsphere.machine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.VmPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestInfoTest {
  private static final String ID = "50231f5e-2d41-4b1a-9d6c-7a1f52c3e814";
  private static final Life.HostKey KEY = new Life.HostKey("ssh-ed25519 AAAA", "-----\nhidden\n");
  private static final Life BORN =
      new Life("app", Optional.of(ID), Optional.of(KEY), Optional.empty());
  private static final Map<String, Value> OPS =
      Map.of("user", Value.text("ops"), "ssh_key", Value.text("ssh-ed25519 BBBB ops"));

  private static Map<String, String> told(
      Map<String, Value> cloudInit, Map<String, Value> guest, Life life) {
    Map<String, String> entries =
        GuestInfo.of(
            VmPart.of(
                Map.of(
                    "cloud_init",
                    cloudInit.isEmpty() ? Value.Null.NULL : Value.ObjectOf.of(cloudInit),
                    "guest",
                    guest.isEmpty() ? Value.Null.NULL : Value.ObjectOf.of(guest))),
            life);
    entries.replaceAll(
        (key, text) -> entries.containsKey(key + ".encoding") ? decoded(text) : text);
    return entries;
  }

  private static String decoded(String text) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** The parts of a document, as somebody who knows MIME finds them. */
  private static List<String> parts(Map<String, String> told) {
    String document = told.getOrDefault(GuestInfo.USER_DATA, "");
    assertThat(document).startsWith("Content-Type: multipart/mixed");
    Matcher part = Pattern.compile("base64\n[^\n]*\n\n([A-Za-z0-9+/=\n]+)\n").matcher(document);
    List<String> parts = new ArrayList<>();
    while (part.find()) {
      byte[] text = Base64.getMimeDecoder().decode(part.group(1));
      parts.add(new String(text, StandardCharsets.UTF_8));
    }
    return parts;
  }

  @Test
  void aGuestGetsItsUserItsHostKeyAndANumberOfItsLife() {
    Map<String, String> told = told(Map.of(), OPS, BORN);
    assertThat(told.get(GuestInfo.USER_DATA))
        .startsWith("#cloud-config\n")
        .contains("  - default\n  - name: \"ops\"\n", "ssh-ed25519 BBBB ops")
        .contains(
            "ed25519_private: |\n    -----\n    hidden\n  ed25519_public: \"ssh-ed25519 AAAA\"");
    assertThat(told.get(GuestInfo.METADATA))
        .contains("instance-id: \"" + ID + "\"", "local-hostname: \"app\"")
        .contains("cleanup-guestinfo: [userdata]");
    assertThat(told).containsEntry("dvl.instance_id", ID).doesNotContainKey(GuestInfo.VENDOR_DATA);
    assertThat(GuestBirth.read(told, ID)).contains(new GuestBirth(ID, Optional.of(KEY.open())));
    assertThat(GuestBirth.read(told, "a copy's")).isEmpty();
  }

  @Test
  void aProgramsOwnTextStandsBeforeAndLosesNothing() {
    String own = "#cloud-config\nusers:\n  - name: alice\npackages: [vim]\n";
    Map<String, String> told = told(Map.of("user_data", Value.text(own)), OPS, BORN);
    List<String> parts = parts(told);
    assertThat(parts).hasSize(2).first().isEqualTo(own);
    assertThat(parts.getLast())
        .contains("merge_how: \"dict(no_replace,recurse_list)+list(append)+str()\"")
        .contains("users:\n  - name: \"ops\"")
        .doesNotContain("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/sh\necho it", "#include\nhttp://a", "## template: jinja\n#x"})
  void whateverAProgramSendsIsOnePart(String own) {
    Map<String, String> told = told(Map.of("user_data", Value.text(own)), OPS, BORN);
    assertThat(parts(told)).hasSize(2).first().isEqualTo(own);
  }

  @Test
  void aDocumentOfPartsBecomesAPartAsItStands() {
    String own =
        """
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="x"

        --x

        #!/bin/sh
        --x--
        """;
    Map<String, String> told = told(Map.of("user_data", Value.text(own)), OPS, BORN);
    assertThat(told.get(GuestInfo.USER_DATA)).contains("\n" + own);
  }

  @Test
  void theVendorsTextStaysWhereTheProgramPutIt() {
    Map<String, String> told =
        told(Map.of("vendor_data", Value.text("#cloud-config\ntimezone: UTC\n")), OPS, BORN);
    assertThat(told.get(GuestInfo.VENDOR_DATA)).isEqualTo("#cloud-config\ntimezone: UTC\n");
    assertThat(told.get(GuestInfo.USER_DATA)).contains("ops");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#cloud-config\nssh_keys:\n  ed25519_private: x\n",
        "#cloud-config\n{\"ssh_keys\": {\"ed25519_private\": \"x\"}}\n"
      })
  void aProgramThatGivesHostKeysGetsNoOther(String own) {
    for (String text : List.of("user_data", "vendor_data")) {
      Map<String, String> told = told(Map.of(text, Value.text(own)), OPS, BORN);
      assertThat(told.toString()).doesNotContain("hidden", "cleanup-guestinfo");
      assertThat(told).doesNotContainKey("dvl.host_key").containsKey("dvl.instance_id");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"instance-id: mine\n", "{\"a\": 1, \"instance-id\": \"mine\"}"})
  void aProgramThatNumbersItsGuestsIsLeftAlone(String own) {
    Map<String, String> told = told(Map.of("metadata", Value.text(own)), OPS, BORN);
    assertThat(told.get(GuestInfo.METADATA)).doesNotContain(ID);
    assertThat(told).doesNotContainKey("dvl.instance_id");
  }

  @Test
  void metadataInJsonStayJson() {
    Map<String, String> told = told(Map.of("metadata", Value.text("{\"a\": 1}")), OPS, BORN);
    assertThat(told.get(GuestInfo.METADATA))
        .isEqualTo(
            "{\"instance-id\": \"" + ID + "\", \"cleanup-guestinfo\": [\"userdata\"], \"a\": 1}");
  }

  /** What is pushed to a machine of before is what it was then: another id would begin it anew. */
  @Test
  void aMachineWithoutANumberKeepsToIt() {
    Map<String, String> told =
        told(Map.of("user_data", Value.text("#!/bin/sh\n")), OPS, Life.unnumbered("app"));
    assertThat(told)
        .containsEntry(GuestInfo.USER_DATA, "#!/bin/sh\n")
        .containsEntry(GuestInfo.METADATA, "local-hostname: \"app\"\n")
        .doesNotContainKeys(GuestInfo.VENDOR_DATA, "dvl.instance_id", "dvl.host_key");
  }

  /** And a later text of one with a number has the user and no key. */
  @Test
  void whatIsPushedLaterHasNoHostKey() {
    Life later = new Life("app", Optional.of(ID), Optional.empty(), Optional.empty());
    Map<String, String> told = told(Map.of("user_data", Value.text("#!/bin/sh\n")), OPS, later);
    assertThat(parts(told).getLast()).contains("ops").doesNotContain("ssh_keys");
    assertThat(told.get(GuestInfo.METADATA)).contains(ID);
  }

  /** Whatever else is in the texts, until they are wiped; a later text, and another's, has none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "#!/bin/sh\necho it", "#cloud-config\nusers:\n  - name: alice\n"})
  void aKeyThatIsToldIsSeen(String own) {
    for (boolean compress : new boolean[] {true, false}) {
      Map<String, Value> block = new TreeMap<>(Map.of("compress", Value.of(compress)));
      if (!own.isEmpty()) {
        block.put("user_data", Value.text(own));
      }
      VmPart want =
          VmPart.of(
              Map.of("cloud_init", Value.ObjectOf.of(block), "guest", Value.ObjectOf.of(OPS)));
      Map<String, String> extra = new TreeMap<>(GuestInfo.of(want, BORN));
      assertThat(GuestInfo.tellsKey(extra, ID)).isTrue();
      assertThat(GuestInfo.tellsKey(extra, "a copy's")).isFalse();
      Life later = new Life("app", Optional.of(ID), Optional.empty(), Optional.empty());
      Map<String, String> pushed = new TreeMap<>(extra);
      pushed.putAll(GuestInfo.of(want, later));
      assertThat(GuestInfo.tellsKey(pushed, ID)).isFalse();
      extra.putAll(GuestInfo.wiped());
      assertThat(GuestInfo.tellsKey(extra, ID)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#cloud-config\nssh_keys:\n  ed25519_private: x\n", "ssh_keys: %%%"})
  void aKeyOfTheProgramIsItsOwnAffair(String own) {
    VmPart want =
        VmPart.of(
            Map.of(
                "cloud_init",
                Value.ObjectOf.of(Map.of("user_data", Value.text(own))),
                "guest",
                Value.ObjectOf.of(OPS)));
    assertThat(GuestInfo.tellsKey(GuestInfo.of(want, BORN), ID)).isFalse();
  }

  @Test
  void nothingIsSaidWhereTheProgramSaysNothing() {
    assertThat(told(Map.of(), Map.of(), BORN)).isEmpty();
  }
}
