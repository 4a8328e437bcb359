package dev.dvl.vsphere.machine.guest;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.VmCloudInitPart;
import dev.dvl.stdlib.VmGuestPart;
import dev.dvl.stdlib.VmPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What cloud-init's data source for VMware reads: {@code guestinfo.metadata}, {@code
 * guestinfo.userdata} and {@code guestinfo.vendordata}, each with its {@code .encoding}.
 *
 * @see <a href="https://cloudinit.readthedocs.io/en/latest/reference/datasources/vmware.html">
 *     cloud-init: VMware</a>
 */
public final class GuestInfo {
  /** The most bytes that a value of the extra configuration may have. */
  public static final int MOST = 64 * 1024;

  public static final String USER_DATA = "guestinfo.userdata";
  public static final String METADATA = "guestinfo.metadata";
  public static final String VENDOR_DATA = "guestinfo.vendordata";

  private static final String ENCODING = ".encoding";
  private static final String ZIPPED = "gzip+base64";

  /** Longer ones are none of dvl's. */
  private static final int LONGEST_TEXT = 4 << 20;

  private GuestInfo() {}

  /**
   * The entries of the extra configuration for the blocks {@code cloud_init} and {@code guest};
   * none where there is neither.
   */
  public static Map<String, String> of(VmPart want, Life life) {
    Field<VmCloudInitPart> cloudInit = want.cloudInit();
    Optional<String> own = cloudInit.then(VmCloudInitPart::userData).known();
    Optional<String> metadata = cloudInit.then(VmCloudInitPart::metadata).known();
    Optional<String> vendor = cloudInit.then(VmCloudInitPart::vendorData).known();
    Optional<VmGuestPart> guest =
        life.instanceId().isPresent() ? want.guest().known() : Optional.empty();
    Life told = withKey(life, own, vendor);
    Map<String, String> texts = new TreeMap<>();
    guest
        .map(it -> UserData.text(own, it, told))
        .orElse(own)
        .ifPresent(it -> texts.put(USER_DATA, it));
    vendor.ifPresent(it -> texts.put(VENDOR_DATA, it));
    if (!texts.isEmpty() || metadata.isPresent()) {
      texts.put(METADATA, Metadata.text(metadata, told));
    }
    Map<String, String> entries =
        encoded(texts, cloudInit.then(VmCloudInitPart::compress).orElse(true));
    if (!entries.isEmpty() && !Metadata.numbersItself(metadata)) {
      told.instanceId()
          .map(id -> new GuestBirth(id, told.key().map(Life.HostKey::open)).entries())
          .ifPresent(entries::putAll);
    }
    return entries;
  }

  /** A program that gives its guest host keys needs none of dvl's. */
  private static Life withKey(Life life, Optional<String> own, Optional<String> vendor) {
    boolean given =
        own.filter(CloudConfig::givesKeys)
            .or(() -> vendor.filter(CloudConfig::givesKeys))
            .isPresent();
    return given
        ? new Life(life.name(), life.instanceId(), Optional.empty(), life.install())
        : life;
  }

  private static Map<String, String> encoded(Map<String, String> texts, boolean compress) {
    Map<String, String> entries = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          entries.put(key, encoded(text, compress));
          entries.put(key + ENCODING, compress ? ZIPPED : "base64");
        });
    return entries;
  }

  /**
   * Whether a machine still tells the private half of the host key that dvl made for it: everybody
   * in the guest can read that, and everybody who sees the machine's configuration.
   *
   * @param extra the extra configuration; keys that the program gives are not dvl's
   */
  public static boolean tellsKey(Map<String, String> extra, String instanceUuid) {
    return GuestBirth.read(extra, instanceUuid).flatMap(GuestBirth::hostKey).isPresent()
        && UserData.tellsKey(
            decoded(
                extra.getOrDefault(USER_DATA, ""), extra.getOrDefault(USER_DATA + ENCODING, "")));
  }

  /** What a guest leaves in the place of user data that it has read (cloud-init's datasource). */
  public static Map<String, String> wiped() {
    return Map.of(USER_DATA, "---", USER_DATA + ENCODING, "");
  }

  /** The text, as far as it is one of dvl's. */
  private static String decoded(String value, String encoding) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value);
      return switch (encoding) {
        case "base64" -> new String(bytes, StandardCharsets.UTF_8);
        case ZIPPED -> unzipped(bytes);
        case String other -> "";
      };
    } catch (IOException | IllegalArgumentException foreign) {
      return "";
    }
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(zipped.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
  }

  private static String encoded(String text, boolean compress) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(compress ? compressed(bytes) : bytes);
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
