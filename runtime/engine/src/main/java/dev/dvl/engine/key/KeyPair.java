package dev.dvl.engine.key;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A fresh Ed25519 key, made of the JDK's and written as OpenSSH reads it.
 *
 * @param open the public half as one line: {@code ssh-ed25519 AAAA…}
 * @param hidden the private half, without a passphrase, as the text of a file
 * @see <a href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key">OpenSSH's
 *     format of private keys</a>
 */
public record KeyPair(String open, String hidden) {
  private static final String TYPE = "ssh-ed25519";

  /** The bytes of either half. */
  private static final int HALF = 32;

  /** What the hidden part is filled up to a multiple of, where no cipher says otherwise. */
  private static final int BLOCK = 8;

  private static final int COLUMNS = 70;

  /** Makes one. */
  public static KeyPair fresh() {
    try {
      java.security.KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] seed = ((EdECPrivateKey) made.getPrivate()).getBytes().orElseThrow();
      byte[] info = made.getPublic().getEncoded();
      byte[] point = Arrays.copyOfRange(info, info.length - HALF, info.length);
      byte[] blob = new SshText().string(TYPE).string(point).toBytes();
      return new KeyPair(
          TYPE + " " + Base64.getEncoder().encodeToString(blob), file(blob, hidden(seed, point)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has Ed25519", impossible);
    }
  }

  private static byte[] hidden(byte[] seed, byte[] point) {
    int check = new SecureRandom().nextInt();
    SshText text = new SshText().number(check).number(check).string(TYPE).string(point);
    text.number(2 * HALF).raw(seed).raw(point).string("");
    for (byte fill = 1; text.size() % BLOCK != 0; fill++) {
      text.raw(new byte[] {fill});
    }
    return text.toBytes();
  }

  private static String file(byte[] blob, byte[] hidden) {
    byte[] all =
        new SshText()
            .raw(KeyFile.MAGIC)
            .string("none")
            .string("none")
            .string("")
            .number(1)
            .string(blob)
            .string(hidden)
            .toBytes();
    String lines = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(all);
    return KeyFile.BEGIN + "\n" + lines + "\n" + KeyFile.END + "\n";
  }

  @Override
  public String toString() {
    return open;
  }
}
