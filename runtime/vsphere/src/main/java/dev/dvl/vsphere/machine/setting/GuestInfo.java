package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
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

  private static final Map<String, String> KEYS =
      Map.of(
          "user_data", "guestinfo.userdata",
          "metadata", "guestinfo.metadata",
          "vendor_data", "guestinfo.vendordata");

  private GuestInfo() {}

  /**
   * The entries of the extra configuration for the blocks {@code cloud_init} and {@code guest};
   * none where there is neither.
   *
   * @param name what the guest is called where no metadata says so
   */
  public static Map<String, String> of(Wanted want, String name) {
    Wanted cloudInit = Wanted.of(want.value("cloud_init"));
    Map<String, String> texts = new TreeMap<>();
    KEYS.keySet()
        .forEach(attribute -> cloudInit.text(attribute).ifPresent(it -> texts.put(attribute, it)));
    GuestUser.of(Wanted.of(want.value("guest")))
        .ifPresent(config -> texts.putIfAbsent("vendor_data", config));
    Map<String, String> entries = new TreeMap<>();
    if (texts.isEmpty()) {
      return entries;
    }
    texts.putIfAbsent("metadata", "local-hostname: \"" + name + "\"\n");
    boolean compress = !cloudInit.value("compress").equals(Value.of(false));
    texts.forEach(
        (attribute, text) -> {
          String key = KEYS.getOrDefault(attribute, attribute);
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
