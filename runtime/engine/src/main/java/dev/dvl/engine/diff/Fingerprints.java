package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fingerprints of values that may use secrets: equal expressions over equal secrets have equal
 * ones, and nothing can be learnt from one without guessing slowly.
 *
 * <p>The salt is one for a stack. Each secret is derived once a run (PBKDF2 with HMAC-SHA-256), and
 * a fingerprint is an HMAC over the expression with the derived keys in the place of the secrets. A
 * slow hash for each value would take minutes at a thousand objects.
 */
public final class Fingerprints {
  private static final int ITERATIONS = 100_000;
  private static final int KEY_BITS = 256;
  private static final int SHOWN_BYTES = 16;

  private final byte[] salt;
  private final Secrets secrets;
  private final Map<String, Optional<String>> derived = new ConcurrentHashMap<>();

  public Fingerprints(Stack stack, Secrets secrets) {
    this.salt = ("dvl fingerprint " + stack.id()).getBytes(StandardCharsets.UTF_8);
    this.secrets = secrets;
  }

  /** The fingerprint of a value; what it reads of resources counts as it is written. */
  public String of(Value value) {
    Value closed = SecretTexts.fill(value, name -> derived(name).orElse("not set"));
    return hmac(ValueWriter.text(closed));
  }

  /** The fingerprint of a secret; empty where it is not set. */
  public Optional<String> ofSecret(String name) {
    return derived(name).map(this::hmac);
  }

  private Optional<String> derived(String name) {
    return derived.computeIfAbsent(name, it -> secrets.get(it).map(this::derive));
  }

  private String derive(String secret) {
    PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, KEY_BITS);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    } finally {
      spec.clearPassword();
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }
}
