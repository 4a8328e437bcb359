package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the grammar has the rules of the grammar, and names no others. */
class GrammarPageTest {
  private static final String GRAMMAR = "grammar/src/main/antlr4/dev/dvl/grammar/DvlParser.g4";
  private static final Pattern RULE = Pattern.compile("^([a-z]\\w*)\\s*:?", Pattern.MULTILINE);
  private static final Pattern SHOWN = Pattern.compile("^([a-z]\\w*) +=", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\\b([A-Z][A-Z_]{2,})\\b");

  /** What the page explains without a rule of the parser. */
  private static final Set<String> BESIDE = Set.of("comment");

  @Test
  void everyRuleIsOnThePage() throws IOException {
    Set<String> rules = matches(RULE, grammar());
    rules.removeAll(Set.of("parser", "options"));
    Set<String> shown = matches(SHOWN, Files.readString(Project.ROOT.resolve("docs/grammar.md")));
    shown.removeAll(BESIDE);
    assertThat(shown).isEqualTo(rules);
  }

  @Test
  void everyWordThatStartsAnItemIsOnThePage() throws IOException {
    String page = Files.readString(Project.ROOT.resolve("docs/grammar.md"));
    Matcher item = Pattern.compile("(?s)\\nitem\\n(.*?)\\n  ;").matcher(grammar());
    assertThat(item.find()).isTrue();
    Set<String> words = matches(WORD, item.group(1).replaceAll("#.*", ""));
    words.removeIf(it -> !Pattern.matches("[A-Z]+(_[A-Z]+)?", it) || isSign(it));
    assertThat(words)
        .isNotEmpty()
        .allMatch(it -> page.contains("\"" + it.toLowerCase(java.util.Locale.ROOT) + "\""));
  }

  private static boolean isSign(String token) {
    return Set.of(
            "COLON",
            "COMMA",
            "ASSIGN",
            "ARROW",
            "QUESTION",
            "LPAREN",
            "RPAREN",
            "LBRACK",
            "RBRACK",
            "IDENT")
        .contains(token);
  }

  private static String grammar() throws IOException {
    return Files.readString(Project.ROOT.resolve(GRAMMAR));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
