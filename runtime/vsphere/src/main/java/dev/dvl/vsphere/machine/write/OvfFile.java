package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.stdlib.VmOvf;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OVF descriptor with the files beside it; those of an OVA are unpacked for as long as this is
 * open.
 *
 * @param unpacked the folder that goes when this is closed
 */
record OvfFile(String descriptor, Path folder, Optional<Path> unpacked) implements AutoCloseable {
  private static final String WHAT = "the package";

  static OvfFile open(Path project, VmOvf ovf) throws OpProblem {
    Path source = project.resolve(ovf.source());
    if (!Files.isReadable(source)) {
      throw problem("the file `" + ovf.source() + "` cannot be read.");
    }
    try {
      Optional<String> expected = ovf.sha256();
      String digest = expected.isPresent() ? digest(source) : "";
      if (expected.isPresent() && !expected.get().equals(digest)) {
        throw problem("its SHA-256 digest is " + digest + ", and not " + expected.get() + ".");
      }
      return source.toString().endsWith(".ova") ? unpack(source) : beside(source, Optional.empty());
    } catch (IOException broken) {
      throw problem("it cannot be read: " + broken.getMessage());
    }
  }

  private static OvfFile unpack(Path ova) throws IOException {
    Path folder = Files.createTempDirectory("dvl-ova");
    try (InputStream in = Files.newInputStream(ova)) {
      List<String> names = Tar.unpack(in, folder);
      String descriptor =
          names.stream()
              .filter(it -> it.endsWith(".ovf"))
              .findFirst()
              .orElseThrow(() -> new IOException("there is no .ovf file in it."));
      return beside(folder.resolve(descriptor), Optional.of(folder));
    } catch (IOException broken) {
      delete(folder);
      throw broken;
    }
  }

  private static OvfFile beside(Path descriptor, Optional<Path> unpacked) throws IOException {
    Path folder = descriptor.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it lies in no folder.");
    }
    return new OvfFile(Files.readString(descriptor), folder, unpacked);
  }

  static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }

  private static OpProblem problem(String why) {
    return Problems.notDone(Codes.NO_FILE, WHAT + " cannot be imported", why, List.of());
  }

  @Override
  public void close() {
    unpacked.ifPresent(OvfFile::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // The system clears its temporary folder some day.
    }
  }
}
