package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.VSphereException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code [datastore] folder/file}. */
record DatastorePath(String datastore, String path) {
  private static final Pattern FORM = Pattern.compile("\\[([^]]+)] ?(.*)", Pattern.DOTALL);

  static DatastorePath of(String text) throws VSphereException {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      throw new VSphereException(
          Fault.of(Kind.REQUEST, "\"" + text + "\" is no path on a datastore.", ""));
    }
    return new DatastorePath(found.group(1), found.group(2));
  }

  /** Where a server takes and gives the file. */
  String url(String datacenter) {
    String steps =
        Arrays.stream(path.split("/", -1))
            .map(DatastorePath::encoded)
            .collect(Collectors.joining("/"));
    return "/folder/%s?dcPath=%s&dsName=%s"
        .formatted(steps, encoded(datacenter), encoded(datastore));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
