package dev.dvl.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key that a server on this machine shows for as long as a build lasts, of the kind that a
 * vCenter makes for itself.
 *
 * @param thumbprint the SHA-256 of its certificate: {@code AB:CD:…}
 */
record ServerKey(SSLContext context, String thumbprint) {
  private static final String ALIAS = "training";
  private static final char[] PASSWORD = "training".toCharArray();
  private static final String OPTIONS =
      "-genkeypair -alias training -keyalg RSA -keysize 2048 -dname CN=127.0.0.1"
          + " -ext SAN=ip:127.0.0.1 -storetype PKCS12 -storepass training -keystore";

  /** Has the JDK's own tool make one in a file that is not there yet. */
  static ServerKey in(Path file) throws IOException, InterruptedException {
    make(file);
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      byte[] certificate = store.getCertificate(ALIAS).getEncoded();
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(certificate);
      String thumbprint = HexFormat.ofDelimiter(":").formatHex(sum).toUpperCase(Locale.ROOT);
      return new ServerKey(context, thumbprint);
    } catch (GeneralSecurityException e) {
      throw new IOException("there is no key for a server", e);
    }
  }

  private static void make(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(OPTIONS.split(" ")));
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
