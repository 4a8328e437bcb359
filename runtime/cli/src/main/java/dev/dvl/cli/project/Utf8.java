package dev.dvl.cli.project;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Text out of bytes, strictly.
 *
 * @param text all of it, or what comes before the first wrong byte
 * @param wrong the offset of the first byte that is not UTF-8
 */
record Utf8(String text, OptionalInt wrong) {

  static Utf8 decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    OptionalInt wrong = result.isError() ? OptionalInt.of(in.position()) : OptionalInt.empty();
    return new Utf8(out.flip().toString(), wrong);
  }
}
