package dev.dvl.vsphere.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs of this computer, and goes into guests over SSH with a key of its own. */
public final class Shell {
  private static final int NOT_CONNECTED = 255;
  private static final int TRIES = 300;

  private final Path folder;

  Shell(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    for (String key : List.of("user", "host")) {
      run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
    }
    Files.writeString(folder.resolve("known"), "guest " + text("host.pub"));
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** What a command prints in the guest at an address, which may still be starting. */
  String in(String address, String command, byte... input)
      throws IOException, InterruptedException {
    List<String> words =
        List.of(
            "ssh",
            "-i",
            folder.resolve("user").toString(),
            "-oUserKnownHostsFile=" + folder.resolve("known"),
            "-oHostKeyAlias=guest",
            "-oStrictHostKeyChecking=yes",
            "-oBatchMode=yes",
            "-oConnectTimeout=5",
            "-oServerAliveInterval=5",
            "root@" + address,
            command);
    for (int left = TRIES; ; left--) {
      Ended ended = end(words, input);
      if (ended.code != NOT_CONNECTED || left == 0) {
        return ended.printed(words);
      }
      Thread.sleep(1000);
    }
  }

  public static String run(String... words) throws IOException, InterruptedException {
    return end(List.of(words)).printed(List.of(words));
  }

  private static Ended end(List<String> words, byte... input)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(new ArrayList<>(words)).redirectErrorStream(true).start();
    try (var sink = process.getOutputStream()) {
      sink.write(input);
    } catch (IOException gone) {
      // It ended without reading: its exit code says why.
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  private record Ended(int code, String text) {
    String printed(List<String> words) {
      if (code != 0) {
        throw new AssertionError(words.getLast() + " ended with " + code + ": " + text);
      }
      return text.strip();
    }
  }
}
