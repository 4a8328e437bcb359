package dev.dvl.engine.ledger;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ledger in files beside the program, under {@code .dvl/}: an append-only journal and a folder of
 * history. Deleting them loses no object.
 */
public final class FileLedger implements Ledger {
  private static final String JOURNAL = "journal";

  /** A journal that is longer than this is written anew, without what has ended. */
  private static final long LONG_BYTES = 64 * 1024;

  /** More than a run of a million operations writes. */
  private static final long LARGEST_BYTES = 1L << 30;

  private final Path folder;
  private final StackLock lock;
  private final Journal journal;
  private final HistoryFolder history;

  private FileLedger(Path folder, StackLock lock, Journal journal) {
    this.folder = folder;
    this.lock = lock;
    this.journal = journal;
    this.history = new HistoryFolder(folder.resolve("history"));
  }

  /**
   * Opens the ledger of a stack and takes its lock.
   *
   * @throws LedgerProblem when another run holds the stack, or the journal is damaged
   */
  public static FileLedger open(Path project, Stack stack, Path stateFolder) throws IOException {
    Path folder = StackFolder.in(project, stack);
    StackLock lock = StackLock.take(stateFolder, stack);
    try {
      Files.createDirectories(folder);
      mend(folder.resolve(JOURNAL));
      return new FileLedger(folder, lock, new Journal(Tape.at(folder.resolve(JOURNAL))));
    } catch (IOException problem) {
      lock.close();
      throw problem;
    }
  }

  /** What the ledger of a stack knows, without taking the lock. */
  public static Recorded peek(Path project, Stack stack) throws IOException {
    return read(StackFolder.in(project, stack).resolve(JOURNAL));
  }

  @Override
  public void begin(Intent intent) throws IOException {
    journal.append(JournalRecords.begin(intent));
  }

  @Override
  public void token(String op, String token) throws IOException {
    journal.append(JournalRecords.token(op, token));
  }

  @Override
  public void end(Ending ending) throws IOException {
    journal.append(JournalRecords.end(ending));
  }

  @Override
  public void gone(Address resource) throws IOException {
    journal.append(JournalRecords.gone(resource));
  }

  @Override
  public void claim(Claim claim) throws IOException {
    journal.append(JournalRecords.claim(claim));
  }

  @Override
  public Recorded recorded() throws IOException {
    return read(folder.resolve(JOURNAL));
  }

  @Override
  public void put(HistoryEntry entry) throws IOException {
    journal.append(JournalRecords.guarded(entry.guarded(), Optional.of(entry.at())));
    history.put(entry);
  }

  @Override
  public List<HistoryEntry> history() throws IOException {
    return history.list();
  }

  /** Leaves a short journal behind where nothing is open, and gives the stack back. */
  @Override
  public void close() throws IOException {
    try (lock) {
      journal.close();
      Path file = folder.resolve(JOURNAL);
      if (Files.size(file) > LONG_BYTES) {
        Recorded recorded = read(file);
        if (recorded.open().isEmpty()) {
          shorten(file, recorded);
        }
      }
    }
  }

  private static Recorded read(Path file) throws IOException {
    List<byte[]> records = whole(file).records();
    try {
      return Replay.of(records);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw damaged(file + " holds a record that makes no sense: " + wrong.getMessage() + ".");
    }
  }

  /** Cuts off what a crash left of a last record, so that the next one follows a whole one. */
  private static void mend(Path file) throws IOException {
    long end = whole(file).end();
    if (Files.exists(file) && Files.size(file) > end) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end);
      }
    }
  }

  private static Frames.Found whole(Path file) throws IOException {
    Frames.Found found = Frames.read(bytes(file));
    if (found.damagedAt().isPresent()) {
      throw damaged(file + " has a bad record at byte " + found.damagedAt().get() + ".");
    }
    return found;
  }

  /**
   * Nothing only where nothing is: a journal that may not be read, or a folder that is none, is no
   * empty ledger.
   */
  private static byte[] bytes(Path file) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (!found.isRegularFile()) {
        throw damaged(file + " is no regular file.");
      }
      if (found.size() > LARGEST_BYTES) {
        throw damaged(file + " is larger than any journal.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException fresh) {
      return new byte[0];
    }
  }

  private static LedgerProblem damaged(String sentence) {
    return new LedgerProblem(
        Diagnostic.without(LedgerCodes.DAMAGED, sentence)
            .note("Put the file aside: objects keep their birth records, and no plan needs it."));
  }

  private static void shorten(Path file, Recorded recorded) throws IOException {
    Path fresh = file.resolveSibling(JOURNAL + ".new");
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      for (Claim claim : recorded.claims()) {
        out.write(Frames.frame(JournalRecords.claim(claim)));
      }
      for (Map.Entry<Address, Ref> entry : new TreeMap<>(recorded.facts().made()).entrySet()) {
        Optional<Address> host = Optional.ofNullable(recorded.facts().hosts().get(entry.getKey()));
        out.write(Frames.frame(JournalRecords.made(entry.getKey(), entry.getValue(), host)));
      }
      out.write(
          Frames.frame(
              JournalRecords.guarded(recorded.facts().guarded(), recorded.facts().ended())));
      out.getFD().sync();
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
