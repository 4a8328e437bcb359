package dev.dvl.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Stack STACK = new Stack("00112233aabbccdd", "");

  private static final String BOTH =
      "{\"op\":\"b\",\"on\":\"done\"},{\"op\":\"b\",\"on\":\"failed\"}";

  @TempDir Path folder;

  private static Op op(String id) {
    return new Op(
        id,
        Address.of("web"),
        Address.of("engine"),
        new Op.Request(
            "container.make",
            new TreeMap<>(
                Map.of("p", new Value.Deferred(new Term.Secret("pass")), "n", Value.of(1))),
            Set.of("vm:1"),
            false,
            Duration.ofSeconds(5)),
        new Op.Effect(Op.Role.MAKES, Set.of(), Optional.of("started"), true),
        List.of(),
        Optional.of(new Op.Guard.Free("container", "web")));
  }

  private static Ending ended(String id) {
    Ref ref = new Ref("container", "c1", "web");
    return new Ending(id, Address.of("web"), Ending.Result.DONE, Optional.of(ref), false);
  }

  private FileLedger open() throws IOException {
    return FileLedger.open(folder, STACK, folder.resolve("state"));
  }

  private Path file() {
    return folder.resolve(".dvl").resolve(STACK.id()).resolve("journal");
  }

  private void write(int begun, int ended) throws IOException {
    try (FileLedger ledger = open()) {
      for (int i = 0; i < begun; i++) {
        ledger.begin(new Intent("run", op("op" + i), Instant.EPOCH));
        ledger.token("op" + i, "token" + i);
      }
      for (int i = 0; i < ended; i++) {
        ledger.end(ended("op" + i));
      }
    }
  }

  @Test
  void whatWasBegunAndNotEndedIsOpen() throws IOException {
    write(3, 2);
    Recorded recorded = FileLedger.peek(folder, STACK);
    assertThat(recorded.open())
        .containsExactly(
            new OpenIntent(
                "run", op("op2"), Instant.EPOCH, Reached.BY_ITSELF, Optional.of("token2")));
    assertThat(recorded.facts().made()).containsKey(Address.of("web"));
  }

  @Test
  void howAHostWasFoundIsReadAsItWasWritten() throws IOException {
    Address app = Address.parse("app[\"a b\"]").orElseThrow();
    Reached reached =
        new Reached(
            new TreeMap<>(Map.of(app, new Ref("vm", "vm-7", "it"))),
            new TreeMap<>(
                Map.of(
                    "endpoint",
                    Value.text("tcp://10.0.0.7:2376"),
                    "key",
                    new Value.Deferred(new Term.Secret("pass")))));
    try (FileLedger ledger = open()) {
      ledger.begin(new Intent("run", op("a"), Instant.EPOCH, reached));
      ledger.token("a", "token");
    }
    assertThat(FileLedger.peek(folder, STACK).open())
        .containsExactly(
            new OpenIntent("run", op("a"), Instant.EPOCH, reached, Optional.of("token")));
  }

  @Test
  void aRunThatWasCutOffHasNoEnd() throws IOException {
    write(1, 1);
    try (FileLedger ledger = open()) {
      ledger.put(
          new HistoryEntry("run", Instant.EPOCH, "done", Map.of(), Set.of(), Optional.empty()));
    }
    assertThat(FileLedger.peek(folder, STACK).facts().ended()).contains(Instant.EPOCH);
    write(2, 2);
    assertThat(FileLedger.peek(folder, STACK).facts().ended()).isEmpty();
  }

  /** As it was written when ops did not say yet what they do. */
  @Test
  void anIntentOfBeforeIsOpenStill() throws IOException {
    String begin =
        """
        {"is":"begin","run":"run","at":"1970-01-01T00:00:00Z","op":{"id":"c.undo","change":"web",\
        "host":"engine","call":"container.remove","args":{"container":"web.dvl-1"},\
        "needs":[%s],"locks":[],"releases":[],"commits":false,"idempotent":true,\
        "limit_ns":120000000000}}\
        """;
    write(0, 0);
    Files.write(file(), Frames.frame(begin.formatted("").getBytes(UTF_8)));
    assertThat(FileLedger.peek(folder, STACK).open())
        .singleElement()
        .satisfies(
            it -> assertThat(it.op().id()).isEqualTo("c.undo"),
            it -> assertThat(it.op().call()).isEqualTo("container.remove"),
            it -> assertThat(it.op().undoes()).isFalse());
    String failure = "{\"op\":\"c.commit\",\"on\":\"failed\"}";
    Files.write(file(), Frames.frame(begin.formatted(failure).getBytes(UTF_8)));
    assertThat(FileLedger.peek(folder, STACK).open())
        .singleElement()
        .satisfies(it -> assertThat(it.op().undoes()).isTrue());
  }

  @Test
  void aTornLastRecordIsANormalEnd() throws IOException {
    write(2, 2);
    byte[] whole = Files.readAllBytes(file());
    int last = whole.length - 1;
    for (int cut = last; cut > last - 40; cut--) {
      Files.write(file(), Arrays.copyOf(whole, cut));
      assertThat(FileLedger.peek(folder, STACK).open()).hasSize(1);
    }
    write(0, 2);
    assertThat(FileLedger.peek(folder, STACK).open()).as("written behind a whole one").isEmpty();
  }

  @Test
  void aBadRecordBeforeOthersIsAnError() throws IOException {
    write(3, 0);
    byte[] bytes = Files.readAllBytes(file());
    for (int at : new int[] {0, 3, 5, 20, 100}) {
      byte[] bad = bytes.clone();
      bad[at] ^= 0x40;
      Files.write(file(), bad);
      assertThatThrownBy(() -> FileLedger.peek(folder, STACK))
          .as("byte %d", at)
          .isInstanceOfSatisfying(
              LedgerProblem.class,
              it -> assertThat(it.diagnostic().code().id()).isEqualTo("DVL6031"));
      assertThatThrownBy(this::open).isInstanceOf(LedgerProblem.class);
    }
  }

  /** What a prefix holds is just its whole records: never more, never none in place of some. */
  @Test
  void aJournalThatEndsAnywhereHoldsItsWholeRecords() throws IOException {
    write(4, 2);
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file(), cut);
      int records = Frames.read(cut).records().size();
      int begun = Math.min(4, (records + 1) / 2);
      int ended = Math.max(0, records - 8);
      assertThat(FileLedger.peek(folder, STACK).open())
          .as("%d bytes", length)
          .hasSize(begun - ended);
    }
  }

  /** A bit in the last record looks like a crash; in any other it is damage. */
  @Test
  void aBitThatFlippedIsFoundWhereverItIs() throws IOException {
    write(3, 1);
    byte[] whole = Files.readAllBytes(file());
    Recorded recorded = FileLedger.peek(folder, STACK);
    int last = whole.length - Frames.frame(JournalRecords.end(ended("op0"))).length;
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(file(), flipped);
      if (at < last) {
        assertThatThrownBy(() -> FileLedger.peek(folder, STACK))
            .as("byte %d", at)
            .isInstanceOf(LedgerProblem.class);
      } else {
        assertThat(FileLedger.peek(folder, STACK).open())
            .as("byte %d", at)
            .hasSize(recorded.open().size() + 1);
      }
    }
  }

  @Test
  void aRecordThatMakesNoSenseIsDamage() throws IOException {
    write(1, 0);
    String begin =
        new String(JournalRecords.begin(new Intent("run", op("a"), Instant.EPOCH)), UTF_8);
    for (String wrong :
        List.of(
            begin.replace("1970", "then"),
            begin.replace("\"needs\":[]", "\"needs\":[" + BOTH + "]"))) {
      assertThat(wrong).isNotEqualTo(begin);
      Files.write(file(), Frames.frame(wrong.getBytes(UTF_8)));
      assertThatThrownBy(() -> FileLedger.peek(folder, STACK))
          .isInstanceOfSatisfying(
              LedgerProblem.class,
              it -> assertThat(it.diagnostic().code().id()).isEqualTo("DVL6031"));
    }
  }

  @Test
  void aLongJournalIsShortenedAndKeepsWhatItKnows() throws IOException {
    try (FileLedger ledger = open()) {
      ledger.claim(new Claim.Triggered(Address.of("web"), "one"));
    }
    write(200, 200);
    assertThat(Files.size(file())).isLessThan(2000);
    Recorded recorded = FileLedger.peek(folder, STACK);
    assertThat(recorded.open()).isEmpty();
    assertThat(recorded.facts().made())
        .containsEntry(Address.of("web"), new Ref("container", "c1", "web"));
    assertThat(recorded.facts().hosts()).containsEntry(Address.of("web"), Address.of("engine"));
    assertThat(recorded.facts().trigger(Address.of("web"))).contains("one");
  }

  /** With the object, and not before: what fails leaves what counted before. */
  @Test
  void aTriggerCountsOnceItsObjectIsMade() throws IOException {
    try (FileLedger ledger = open()) {
      ledger.begin(triggered("a", "one"));
      assertThat(trigger(ledger, "web")).isEmpty();
      ledger.end(ended("a"));
      assertThat(trigger(ledger, "web")).contains("one");
      ledger.begin(triggered("b", "two"));
      ledger.end(
          new Ending("b", Address.of("web"), Ending.Result.FAILED, ended("b").object(), false));
      assertThat(trigger(ledger, "web")).contains("one");
      ledger.begin(new Intent("run", op("c"), Instant.EPOCH));
      ledger.end(ended("c"));
      assertThat(trigger(ledger, "web")).as("as an earlier dvl writes it").contains("one");
    }
  }

  @Test
  void aTriggerMovesAndGoesWithItsResource() throws IOException {
    Ref object = new Ref("container", "c1", "web");
    try (FileLedger ledger = open()) {
      ledger.claim(new Claim.Triggered(Address.of("web"), "one"));
      ledger.claim(
          new Claim.Moved(Address.of("web"), Address.of("site"), object, Address.of("engine")));
      assertThat(trigger(ledger, "web")).isEmpty();
      assertThat(trigger(ledger, "site")).contains("one");
      ledger.gone(Address.of("site"));
      assertThat(trigger(ledger, "site")).isEmpty();
    }
  }

  private static Intent triggered(String op, String print) {
    return new Intent("run", op(op), Instant.EPOCH, Reached.BY_ITSELF, Optional.of(print));
  }

  private static Optional<String> trigger(FileLedger ledger, String resource) throws IOException {
    return ledger.recorded().facts().trigger(Address.of(resource));
  }

  @Test
  void whatIsGoneIsForgottenWithItsHost() throws IOException {
    write(1, 1);
    try (FileLedger ledger = open()) {
      ledger.gone(Address.of("web"));
    }
    assertThat(FileLedger.peek(folder, STACK)).isEqualTo(Recorded.NOTHING);
  }

  @Test
  void aLongJournalWithOpenIntentsIsKept() throws IOException {
    write(200, 199);
    assertThat(Files.size(file())).isGreaterThan(2000);
    assertThat(FileLedger.peek(folder, STACK).open()).hasSize(1);
  }

  @Test
  void threadsShareTheDisk() throws Exception {
    AtomicInteger forced = new AtomicInteger();
    List<byte[]> written = new ArrayList<>();
    Tape slow =
        new Tape() {
          @Override
          public void add(byte[] bytes) {
            written.add(bytes);
          }

          @Override
          public void force() throws IOException {
            forced.incrementAndGet();
            try {
              Thread.sleep(2);
            } catch (InterruptedException stopped) {
              throw new IOException(stopped);
            }
          }

          @Override
          public void close() {}
        };
    Journal journal = new Journal(slow);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> appends = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        appends.add(
            threads.submit(
                () -> {
                  journal.append(new byte[] {1});
                  return null;
                }));
      }
      for (Future<?> append : appends) {
        append.get();
      }
    }
    assertThat(written).hasSize(200);
    assertThat(forced.get()).isLessThan(100);
  }

  @Test
  void afterAFullDiskNothingIsTakenOnAnyMore() {
    Journal journal =
        new Journal(
            new Tape() {
              @Override
              public void add(byte[] bytes) throws IOException {
                throw new IOException("no space left on device");
              }

              @Override
              public void force() {}

              @Override
              public void close() {}
            });
    assertThatThrownBy(() -> journal.append(new byte[] {1})).hasMessageContaining("no space");
    assertThatThrownBy(() -> journal.append(new byte[] {1})).hasMessageContaining("failed before");
  }

  @Test
  void historyIsListedOldestFirst() throws IOException {
    try (FileLedger ledger = open()) {
      HistoryEntry one =
          new HistoryEntry(
              "r1",
              Instant.ofEpochMilli(5),
              "done",
              Map.of("create", 2),
              Set.of(),
              Optional.empty());
      HistoryEntry two =
          new HistoryEntry(
              "r2",
              Instant.ofEpochMilli(9),
              "failed",
              Map.of(),
              Set.of(Address.of("db")),
              Optional.of("{}"));
      ledger.put(two);
      ledger.put(one);
      assertThat(ledger.history()).containsExactly(one, two);
    }
    assertThat(FileLedger.peek(folder, STACK).facts().guarded()).isEmpty();
  }
}
