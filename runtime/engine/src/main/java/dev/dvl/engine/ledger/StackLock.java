package dev.dvl.engine.ledger;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.engine.live.Stack;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets one run at a time hold a stack, on this machine.
 *
 * <p>The lock lies in the user's state folder under the stack's id: one inside the project's folder
 * would be handed out twice once that folder is deleted. The system releases it when the process
 * ends, however it ends. Who holds it stands in a file beside it.
 */
final class StackLock implements Closeable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(Path stateFolder, Stack stack) throws IOException {
    Path folder = stateFolder.resolve("locks");
    Files.createDirectories(folder);
    String name = StackFolder.name(stack);
    Path holder = folder.resolve(name + ".holder");
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new LedgerProblem(taken(holder));
    }
    Files.writeString(holder, holderText());
    return new StackLock(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String holderText() {
    return "process "
        + ProcessHandle.current().pid()
        + " of "
        + System.getProperty("user.name", "somebody")
        + " since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Diagnostic taken(Path holder) throws IOException {
    String who = Files.exists(holder) ? Files.readString(holder) : "a run that has just begun";
    return Diagnostic.without(LedgerCodes.LOCKED, "It is held by " + who + ".")
        .note("Wait until it has ended, and run this again.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
