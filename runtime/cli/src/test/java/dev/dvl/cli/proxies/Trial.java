package dev.dvl.cli.proxies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.Dvl;
import dev.dvl.cli.command.Exit;
import dev.dvl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of the tests in a folder of its own, with parameters that stay until they are changed.
 */
record Trial(Path folder, Map<String, String> parameters) {
  private static final int COLUMNS = 100;

  static Trial of(String program, Path folder) throws IOException {
    try (InputStream text =
        Trial.class.getResourceAsStream("/proxies/%1$s/%1$s.dvl".formatted(program))) {
      if (text == null) {
        throw new IllegalArgumentException("there is no program " + program);
      }
      Files.copy(text, folder.resolve(program + ".dvl"));
    }
    return new Trial(folder, new LinkedHashMap<>());
  }

  Trial with(String parameter, Object value) {
    parameters.put(parameter, value.toString());
    return this;
  }

  /** Runs a command, which must end so. */
  String gives(Exit wanted, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, UTF_8);
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            stream,
            stream,
            Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
            folder,
            folder,
            Terminal.People.NONE,
            COLUMNS);
    Exit exit = Dvl.run(line(List.of(words)), terminal);
    terminal.flush();
    String all = said.toString(UTF_8);
    assertThat(exit).as("%s%n%s", String.join(" ", words), all).isEqualTo(wanted);
    return all;
  }

  private String[] line(List<String> words) {
    Stream<String> given =
        words.getFirst().equals("test")
            ? Stream.of()
            : parameters.entrySet().stream()
                .flatMap(it -> Stream.of("--param", it.getKey() + "=" + it.getValue()));
    return Stream.concat(words.stream(), given).toArray(String[]::new);
  }
}
