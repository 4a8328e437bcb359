package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.world.SavedPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved plan is carried out as it was saved, or not at all. */
class SavedPlanTest {
  private static final String PROGRAM =
      """
      host engine: docker {}
      secret pass = env("PASS")
      container web { image = "a:1", env = { PASS = pass, WORD = "grün" } }
      container next { image = "a:1", after = [web.started] }
      """;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private Calls calls = new Calls(folder, Map.of());
  private byte[] saved = {};

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("shop.plan");
    String state = folder.resolve("s").toString();
    calls = new Calls(folder, Map.of("XDG_STATE_HOME", state, "PASS", "word"));
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
    Calls.Ended planned = calls.dvl("plan", "--sandbox", "-o", "shop.plan");
    assertThat(planned.exit()).as(planned::toString).isEqualTo(Exit.DONE);
    saved = Files.readAllBytes(file);
  }

  @Test
  void everyLineIsJson() throws IOException {
    assertThat(new String(saved, StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("{\"").endsWith("}"));
    assertThat(calls.dvl("apply", "shop.plan").exit()).isEqualTo(Exit.DONE);
  }

  @Test
  void aBitThatFlippedIsFound() throws IOException {
    for (int at = 0; at < saved.length; at += step(at)) {
      byte[] flipped = saved.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(file, flipped);
      assertThatThrownBy(() -> SavedPlan.load(file))
          .as("byte %d", at)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPlanThatWasCutOffIsFound() throws IOException {
    for (int length = 0; length < saved.length; length += step(length)) {
      Files.write(file, Arrays.copyOf(saved, length));
      assertThatThrownBy(() -> SavedPlan.load(file))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatWasEditedByHandIsRefused() throws IOException {
    refused(text().replace("a:1", "a:2"), "it was changed or cut off after it was saved");
    refused(text().stripTrailing(), "it was changed or cut off after it was saved");
    refused(text() + "\n", "it was changed or cut off after it was saved");
    refused(text().substring(0, 700), "it was changed or cut off after it was saved");
    refused("", "it holds no plan");
  }

  @Test
  void thePlanOfAnotherVersionIsRefused() throws IOException {
    refused(text().replace("dvl-saved-2", "dvl-saved-9"), "its format is `dvl-saved-9`");
    refused(text().replaceFirst("\"version\":\"[^\"]*", "\"version\":\"9.8"), "dvl 9.8 made it");
    refused("{\"format\":\"dvl-saved-1\",\"folder\":\"/\"}\n{}", "its format is `dvl-saved-1`");
  }

  /** Every byte of the seal, and a sample of what is under it. */
  private int step(int at) {
    return at < 250 ? 1 : 17;
  }

  private String text() {
    return new String(saved, StandardCharsets.UTF_8);
  }

  private void refused(String text, String why) throws IOException {
    Files.writeString(file, text);
    Calls.Ended ended = calls.dvl("apply", "shop.plan");
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
    assertThat(ended.err()).contains("DVL8023", why).doesNotContain("bug in dvl");
    assertThat(ended.out()).isEmpty();
    assertThat(folder.resolve("dvl.stack")).doesNotExist();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(it -> it.endsWith("journal"))).isEmpty();
    }
  }
}
