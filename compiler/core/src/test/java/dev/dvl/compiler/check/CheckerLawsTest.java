package dev.dvl.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.goldens.Goldens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckerLawsTest {
  private static final int EDITS = 25;

  @Test
  void anyEditIsCheckedWithPlacesInTheFile() {
    Random random = new Random(20260102);
    for (Goldens.Input input : TypesGoldenTest.CORPUS.inputs()) {
      for (int i = 0; i < EDITS; i++) {
        String text = edited(input.text(), random);
        for (Diagnostic diagnostic : Compiled.of(input.name(), text).diagnostics()) {
          assertThat(diagnostic.primary().orElseThrow().span().end())
              .isLessThanOrEqualTo(text.length());
        }
      }
    }
  }

  @Test
  void aWordTakenOutIsNoSurprise() {
    for (Goldens.Input input : TypesGoldenTest.CORPUS.inputs()) {
      String[] words = input.text().split("(?<=\\s)");
      for (int i = 0; i < words.length; i += 3) {
        List<String> left = new ArrayList<>(List.of(words));
        left.remove(i);
        assertThat(Compiled.of(input.name(), String.join("", left)).types()).isNotNull();
      }
    }
  }

  @Test
  void tenThousandResourcesAreTyped() {
    assertThat(Compiled.of("large.dvl", graph(10_000)).diagnostics().size()).isZero();
  }

  /** Containers, each of which refers to three before it. */
  private static String graph(int count) {
    StringBuilder out =
        new StringBuilder("host engine: docker\nnetwork back { driver = \"bridge\" }\n");
    for (int i = 0; i < count; i++) {
      out.append(
          """
          container c%d {
            image    = "shop/api:1.4"
            memory   = 256MiB * 2 + 64MiB
            env      = { A = "${c%d.name}", B = c%d.name, C = "${(c%d.memory ?? 1MiB) == 1MiB}" }
            networks = [back, { network = back, aliases = ["x"] }]
            ports    = ["127.0.0.1:80:80"]
          }
          """
              .formatted(i, Math.max(0, i - 1), Math.max(0, i - 2), Math.max(0, i - 3)));
    }
    return out.toString().replaceFirst("(?s)container c0 \\{.*?\n}\n", FIRST);
  }

  private static final String FIRST = "container c0 { image = \"shop/api:1.4\" }\n";

  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    String signs = "{}[]()\"=:,.?-><|$\\/ \nax1@";
    for (int i = random.nextInt(3); i >= 0 && !edited.isEmpty(); i--) {
      int at = random.nextInt(edited.length());
      int length = Math.min(1 + random.nextInt(8), edited.length() - at);
      String cut = edited.substring(at, at + length);
      switch (random.nextInt(3)) {
        case 0 -> edited.delete(at, at + length);
        case 1 -> edited.insert(at, signs.charAt(random.nextInt(signs.length())));
        default -> {
          edited.delete(at, at + length);
          edited.insert(random.nextInt(edited.length() + 1), cut);
        }
      }
    }
    return edited.toString();
  }
}
