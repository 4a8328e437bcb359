package dev.dvl.docker.ssh.client;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.SshKeys;
import dev.dvl.docker.ssh.SshProblem;
import dev.dvl.engine.provider.Prompt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** The keys that one machine is offered, in order: those of the agent first that a file names. */
final class Offers implements IdentityRepository {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final SshKeys wanted;
  private final List<Identity> held;
  private final List<Identity> keys = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  private Offers(SshKeys wanted, List<Identity> held) {
    this.wanted = wanted;
    this.held = held;
  }

  /**
   * The passphrase of a key that the program names is asked for, and of another one only where
   * there is nothing else to log in with.
   *
   * @throws SshProblem where a key that must be usable is not
   */
  static Offers of(SshKeys wanted, Route route) throws SshProblem {
    List<Identity> held = held(route.agent());
    Offers offers = new Offers(wanted, held);
    if (wanted.only()) {
      offers.offerAll(route);
      return offers;
    }
    offers.offerUsable();
    held.stream().filter(it -> !offers.has(it)).forEach(offers.keys::add);
    if (offers.keys.isEmpty()) {
      offers.offerAsked(route.prompt());
    }
    return offers;
  }

  private void offerAll(Route route) throws SshProblem {
    Prompt prompt = route.prompt();
    if (wanted.text().isPresent()) {
      offer("`key_text` of " + route.last().named(), wanted.text().get(), prompt);
    }
    for (Path file : wanted.files()) {
      offer(file, prompt);
    }
  }

  /** Passes over what cannot be used. */
  private void offerUsable() {
    wanted.files().forEach(file -> offerIfUsable(file, Prompt.NOBODY));
  }

  /** Who asks for passphrases is content with one key. */
  private void offerAsked(Prompt prompt) {
    passedOver.clear();
    for (Path file : wanted.files()) {
      if (keys.isEmpty()) {
        offerIfUsable(file, prompt);
      }
    }
  }

  private void offerIfUsable(Path file, Prompt prompt) {
    try {
      offer(file, prompt);
    } catch (SshProblem e) {
      if (Files.exists(file)) {
        passedOver.add(e.sentence());
      }
    }
  }

  private void offer(Path file, Prompt prompt) throws SshProblem {
    readable(file);
    offer("`" + file + "`", text(file), prompt);
  }

  /** Sentences on keys that could not be used. */
  List<String> passedOver() {
    return passedOver;
  }

  private static List<Identity> held(Optional<Path> agent) {
    try {
      return agent.isEmpty()
          ? List.of()
          : List.copyOf(
              new AgentIdentityRepository(new SSHAgentConnector(agent.get())).getIdentities());
    } catch (AgentProxyException e) {
      return List.of();
    }
  }

  private static void readable(Path file) throws SshProblem {
    if (!Files.exists(file)) {
      throw new SshProblem(Codes.KEY_UNUSABLE, "There is no SSH key `" + file + "`.");
    }
    if (Files.isDirectory(file)) {
      throw new SshProblem(Codes.KEY_UNUSABLE, "The SSH key `" + file + "` is a folder.");
    }
    try {
      @Nullable PosixFileAttributeView view =
          Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
        throw new SshProblem(
            Codes.KEY_OPEN,
            "Others than its owner can read or write the SSH key `%s`: `chmod 600 %s`."
                .formatted(file, file));
      }
    } catch (SshProblem e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String text(Path file) throws SshProblem {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static SshProblem unreadable(Path file, IOException e) {
    return new SshProblem(
        Codes.KEY_UNUSABLE, "The SSH key `" + file + "` cannot be read by this user.", e);
  }

  private void offer(String name, String text, Prompt prompt) throws SshProblem {
    Identity key = read(name, text);
    Optional<Identity> inAgent = held.stream().filter(it -> same(it, key)).findFirst();
    if (inAgent.isPresent()) {
      keys.add(inAgent.get());
      return;
    }
    if (key.isEncrypted()) {
      decrypt(name, key, prompt);
    }
    keys.add(key);
  }

  private static Identity read(String name, String text) throws SshProblem {
    try {
      JSch reading = new JSch();
      // A key in a text may lack the line break that ends the last line.
      byte[] bytes = (text.strip() + "\n").getBytes(StandardCharsets.ISO_8859_1);
      reading.addIdentity(name, bytes, null, null);
      return reading.getIdentityRepository().getIdentities().firstElement();
    } catch (JSchException e) {
      throw new SshProblem(
          Codes.KEY_UNUSABLE,
          "What is in %s is no private key for SSH (OpenSSH's form, or PEM).".formatted(name),
          e);
    }
  }

  private void decrypt(String name, Identity key, Prompt prompt) throws SshProblem {
    Optional<String> named = wanted.passphrase();
    if (named.isPresent() && !opens(key, named.get())) {
      throw new SshProblem(
          Codes.KEY_ENCRYPTED, "The SSH key %s has another passphrase.".formatted(name));
    }
    if (named.isEmpty()
        && prompt.passphrase("the SSH key " + name, it -> opens(key, it)).isEmpty()) {
      throw new SshProblem(
          Codes.KEY_ENCRYPTED,
          "The SSH key %s is encrypted: name its `passphrase`, or give it to the agent by `ssh-add`."
              .formatted(name));
    }
  }

  private static boolean opens(Identity key, String passphrase) {
    try {
      return key.setPassphrase(passphrase.getBytes(StandardCharsets.UTF_8));
    } catch (JSchException wrong) {
      return false;
    }
  }

  private static boolean same(Identity one, Identity other) {
    byte @Nullable [] blob = other.getPublicKeyBlob();
    return blob != null && Arrays.equals(one.getPublicKeyBlob(), blob);
  }

  private boolean has(Identity key) {
    return keys.stream().anyMatch(it -> same(it, key));
  }

  @Override
  public String getName() {
    return "dvl";
  }

  @Override
  public int getStatus() {
    return RUNNING;
  }

  @Override
  @SuppressWarnings("JdkObsolete") // the library asks for one
  public Vector<Identity> getIdentities() {
    return new Vector<>(keys);
  }

  @Override
  public boolean add(byte[] identity) {
    return false;
  }

  @Override
  public boolean remove(byte[] blob) {
    return false;
  }

  @Override
  public void removeAll() {}
}
