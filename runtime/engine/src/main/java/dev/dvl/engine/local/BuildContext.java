package dev.dvl.engine.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a build: those of a folder, less what its ignore file names. The Dockerfile and the
 * ignore file themselves are always sent, because the engine reads them; what dvl keeps in a
 * program's folder never is, because every run changes it.
 *
 * <p>The digest is over names, modes, contents and link targets, and not over times and owners: a
 * fresh checkout has the same. Of the modes the write bits of others are left out on both ways,
 * because they follow the umask of whoever checked out.
 */
public final class BuildContext {
  private static final String IGNORE = ".dockerignore";
  private static final String OUTSIDE = ".dvl.Dockerfile";
  private static final Set<String> DVLS_OWN = Set.of(".dvl", "dvl.stack");
  private static final int WITHOUT_OTHERS_WRITE = 0755;

  private final Path folder;
  private final SortedMap<String, Path> entries;

  private BuildContext(Path folder, SortedMap<String, Path> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /**
   * Lists the files.
   *
   * @param dockerfile its path from the folder
   * @throws IllegalArgumentException whose message is a malformed pattern of the ignore file
   */
  public static BuildContext of(Path folder, String dockerfile) throws IOException {
    Path file = folder.resolve(IGNORE);
    IgnoreFile ignore =
        Files.isRegularFile(file) ? IgnoreFile.parse(Files.readAllLines(file)) : IgnoreFile.NONE;
    SortedMap<String, Path> entries = new TreeMap<>();
    Files.walkFileTree(folder, new Walk(folder, ignore, entries));
    for (String always : new String[] {dockerfile, IGNORE}) {
      Path path = folder.resolve(always);
      if (Files.isRegularFile(path)) {
        entries.put(sent(always), path);
      }
    }
    return new BuildContext(folder, entries);
  }

  /**
   * The name under which a Dockerfile is sent: its path from the folder, but where that leads out
   * of the folder, of which engines take nothing.
   */
  public static String sent(String dockerfile) {
    Path path = Path.of(dockerfile).normalize();
    return path.isAbsolute() || path.startsWith("..") ? OUTSIDE : dockerfile;
  }

  /** Files, folders and links by their names, sorted. */
  public SortedMap<String, Path> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  /** {@code sha256:} and 64 hex digits. */
  public String digest() throws IOException {
    ContextDigest digest = new ContextDigest();
    for (Map.Entry<String, Path> entry : entries.entrySet()) {
      String name = entry.getKey();
      Path path = entry.getValue();
      if (Files.isSymbolicLink(path)) {
        digest.link(name, Files.readSymbolicLink(path).toString());
      } else if (Files.isDirectory(path)) {
        digest.folder(name, mode(path));
      } else {
        digest.file(name, mode(path), contentDigest(path));
      }
    }
    return digest.text();
  }

  /** The permissions with which an entry is hashed and sent. */
  public static int mode(Path path) throws IOException {
    Object mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return mode instanceof Integer bits ? bits & WITHOUT_OTHERS_WRITE : WITHOUT_OTHERS_WRITE;
  }

  private static byte[] contentDigest(Path path) throws IOException {
    MessageDigest digest = ContextDigest.sha256();
    try (InputStream content = Files.newInputStream(path)) {
      byte[] buffer = new byte[64 * 1024];
      for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
        digest.update(buffer, 0, got);
      }
    }
    return digest.digest();
  }

  @Override
  public String toString() {
    return folder + " with " + entries.size() + " entries";
  }

  /** Collects what is not ignored; sockets and devices are passed over. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final IgnoreFile ignore;
    private final SortedMap<String, Path> entries;

    Walk(Path folder, IgnoreFile ignore, SortedMap<String, Path> entries) {
      this.folder = folder;
      this.ignore = ignore;
      this.entries = entries;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      if (path.equals(folder)) {
        return FileVisitResult.CONTINUE;
      }
      if (DVLS_OWN.contains(name(path))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!ignore.ignores(name(path))) {
        entries.put(name(path), path);
        return FileVisitResult.CONTINUE;
      }
      return ignore.hasExceptions() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (!attributes.isOther() && !DVLS_OWN.contains(name(path)) && !ignore.ignores(name(path))) {
        entries.put(name(path), path);
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path path) {
      return folder.relativize(path).toString().replace('\\', '/');
    }
  }
}
