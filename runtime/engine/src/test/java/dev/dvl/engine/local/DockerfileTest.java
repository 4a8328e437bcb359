package dev.dvl.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
  private static final Set<String> NONE = Set.of();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN --mount=type=cache,target=/c make",
        "FROM a\nRUN --network=none make",
        "FROM a\nRUN <<EOF\nmake\nEOF",
        "FROM a\nCOPY --chmod=644 a b",
        "FROM a\nCOPY --from=x --link a b",
        "FROM a\nADD --checksum=sha256:0 http://x/y z",
        "# syntax=docker/dockerfile:1-labs\nFROM a",
        "# escape=`\n# syntax=docker.io/docker/dockerfile-upstream:master\nFROM a",
        "FROM a\nrun \\\n  --mount=type=secret,id=x make",
        "FROM a\nARG TARGETARCH\nRUN fetch $TARGETARCH",
        "FROM a\narg BUILDPLATFORM",
        "ARG TARGETOS\nFROM a",
        "FROM --platform=$BUILDPLATFORM a",
        "ARG RELEASE=1\nFROM --platform=${TARGETPLATFORM} a:$RELEASE",
        "FROM a\nARG BUILDPLATFORM=linux/amd64\nFROM b-$BUILDARCH"
      })
  void noticesWhatOnlyBuildKitKnows(String text) {
    assertThat(Dockerfile.parse(text).needsBuildKit(NONE::contains)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN make --mount=x",
        "FROM a\nCOPY --from=x --chown=1:1 a b",
        "# syntax=docker/dockerfile:1\nFROM a",
        "FROM --platform=linux/amd64 a AS b\nRUN cat <<<x",
        "FROM a\n# RUN --mount=type=cache make\nENV X=1",
        "FROM a\nARG TARGETARCH=amd64\nARG TARGET\nARG BUILD_OS",
        "ARG BUILDPLATFORM=linux/amd64\nFROM --platform=$BUILDPLATFORM a-${BASE}",
        ""
      })
  void leavesTheRestToTheClassicBuilder(String text) {
    assertThat(Dockerfile.parse(text).needsBuildKit(NONE::contains)).isEmpty();
  }

  @Test
  void takesWhatTheBuildGives() {
    Dockerfile file = Dockerfile.parse("FROM a\nARG TARGETARCH\nARG TARGETOS");
    assertThat(file.needsBuildKit("TARGETARCH"::equals))
        .contains(new Dockerfile.Feature(3, "ARG TARGETOS without a value"));
    assertThat(file.needsBuildKit(any -> true)).isEmpty();
  }

  @Test
  void tellsTheLine() {
    assertThat(
            Dockerfile.parse("FROM a\n\n# x\nRUN a \\\n  b\nCOPY --link a b")
                .needsBuildKit(NONE::contains))
        .contains(new Dockerfile.Feature(6, "COPY --link"));
  }

  @Test
  void tellsTheBases() {
    assertThat(Dockerfile.parse("FROM --platform=x reg:5000/a:1 AS b\nFROM b").bases())
        .containsExactly("reg:5000/a:1", "b");
  }
}
