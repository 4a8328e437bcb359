package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.VmCloudInitPart;
import dev.dvl.stdlib.VmPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
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

  private static final String USER_DATA = "guestinfo.userdata";
  private static final String METADATA = "guestinfo.metadata";
  private static final String VENDOR_DATA = "guestinfo.vendordata";

  private GuestInfo() {}

  /**
   * The entries of the extra configuration for the blocks {@code cloud_init} and {@code guest};
   * none where there is neither.
   *
   * @param name what the guest is called where no metadata says so
   */
  public static Map<String, String> of(VmPart want, String name) {
    Field<VmCloudInitPart> cloudInit = want.cloudInit();
    Map<String, String> texts = new TreeMap<>();
    cloudInit.then(VmCloudInitPart::userData).known().ifPresent(it -> texts.put(USER_DATA, it));
    cloudInit.then(VmCloudInitPart::metadata).known().ifPresent(it -> texts.put(METADATA, it));
    cloudInit
        .then(VmCloudInitPart::vendorData)
        .known()
        .or(() -> want.guest().known().flatMap(GuestUser::of))
        .ifPresent(it -> texts.put(VENDOR_DATA, it));
    Map<String, String> entries = new TreeMap<>();
    if (texts.isEmpty()) {
      return entries;
    }
    texts.putIfAbsent(METADATA, "local-hostname: \"" + name + "\"\n");
    boolean compress = cloudInit.then(VmCloudInitPart::compress).orElse(true);
    texts.forEach(
        (key, text) -> {
          entries.put(key, encoded(text, compress));
          entries.put(key + ".encoding", compress ? "gzip+base64" : "base64");
        });
    return entries;
  }

  /** A text as it is put into the extra configuration. */
  public static String encoded(String text, boolean compress) {
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
