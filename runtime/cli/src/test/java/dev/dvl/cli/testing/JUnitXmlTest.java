package dev.dvl.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reports hold to the form that build servers read, whatever the titles of tests. */
class JUnitXmlTest {
  private static final String PROGRAM =
      """
      param text: string = "\\u{0}]]>&amp;<"
      test "fine" { expect text != "" }
      test "<&>\\"'\\n\\t\\u{1}\\u{fffe}日本]]>" { expect text == "" else "]]> <b>&\\u{8}\\n" }
      """;

  @TempDir private Path folder = Path.of("");

  private String report() throws IOException, InterruptedException {
    SourceMap sources = new SourceMap();
    List<TestResult> results = Programs.results(sources, PROGRAM, folder);
    return new JUnitXml(sources, "a <module>", Instant.EPOCH).of(results);
  }

  @Test
  void itIsValid() throws IOException, InterruptedException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(report())));
  }

  @Test
  void titlesAndReasonsComeThrough()
      throws IOException, InterruptedException, SAXException, ParserConfigurationException {
    byte[] xml = report().getBytes(StandardCharsets.UTF_8);
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
    assertThat(failed.getAttribute("name")).isEqualTo("<&>\"'\n\t\\u{1}\\u{fffe}日本]]>");
    Element failure = (Element) failed.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("DVL8050");
    assertThat(failure.getTextContent()).contains("error[DVL8050]", "expect text == \"\"");
  }
}
