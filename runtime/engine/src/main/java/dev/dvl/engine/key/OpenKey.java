package dev.dvl.engine.key;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A public key as a line of {@code authorized_keys} has it: its type, and behind that the key as
 * SSH writes it (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4).
 */
record OpenKey(PublicKey key) {
  private static final Map<String, String> CURVES =
      Map.of("nistp256", "secp256r1", "nistp384", "secp384r1", "nistp521", "secp521r1");

  /** What stands before the 32 bytes of a key for Ed25519 (RFC 8410, 4). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  /** What is in a line; nothing where it has another form, as keys in hardware have. */
  static Optional<OpenKey> read(String line) {
    String before = "";
    for (String word : line.strip().split("\\s+", -1)) {
      Optional<OpenKey> read = read(before, word);
      if (read.isPresent()) {
        return read;
      }
      before = word;
    }
    return Optional.empty();
  }

  private static Optional<OpenKey> read(String type, String blob) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(Base64.getDecoder().decode(blob));
      boolean named = Arrays.equals(SshText.string(rest), new SshText().raw(type).toBytes());
      return named ? Optional.of(new OpenKey(key(type, rest))) : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException | GeneralSecurityException other) {
      return Optional.empty();
    }
  }

  private static PublicKey key(String type, ByteBuffer rest) throws GeneralSecurityException {
    if (type.equals("ssh-rsa")) {
      BigInteger exponent = new BigInteger(SshText.string(rest));
      BigInteger modulus = new BigInteger(SshText.string(rest));
      return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }
    if (type.equals("ssh-ed25519")) {
      byte[] encoded = new SshText().raw(ED25519).raw(SshText.string(rest)).toBytes();
      return KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(encoded));
    }
    return onCurve(type, rest);
  }

  private static PublicKey onCurve(String type, ByteBuffer rest) throws GeneralSecurityException {
    String curve = CURVES.get(type.substring(type.lastIndexOf('-') + 1));
    if (curve == null) {
      throw new GeneralSecurityException("another type of key");
    }
    SshText.string(rest);
    byte[] point = SshText.string(rest);
    int half = point.length / 2;
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + half));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + half, point.length));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(x, y), parameters.getParameterSpec(ECParameterSpec.class)));
  }

  /** Whether what the other half signs is told to be of this one. */
  boolean belongsTo(PrivateKey hidden) {
    if (!hidden.getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(SIGNATURES.get(key.getAlgorithm()));
      signature.initSign(hidden);
      byte[] signed = signature.sign();
      signature.initVerify(key);
      return signature.verify(signed);
    } catch (GeneralSecurityException other) {
      return false;
    }
  }
}
