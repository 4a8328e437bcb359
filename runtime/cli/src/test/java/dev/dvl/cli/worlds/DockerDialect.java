package dev.dvl.cli.worlds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Docker's calls over HTTP. */
record DockerDialect() implements Dialect {
  private static final Pattern NO_CHANGE = Pattern.compile("POST .*/(wait|auth)(\\?.*)?");
  private static final Pattern ID = Pattern.compile("\"(Id|ID)\":\"([^\"]+)\"");
  private static final Set<String> HEADERS = Set.of("content-type");

  @Override
  public boolean changes(Message request) {
    return !Set.of("GET", "HEAD").contains(request.method())
        && !NO_CHANGE.matcher(request.method() + " " + request.path()).matches();
  }

  @Override
  public boolean streams(Message request) {
    return !changes(request);
  }

  @Override
  public List<String> headers(Message request) {
    return HEADERS.stream()
        .flatMap(name -> request.header(name).map(it -> name + ": " + it).stream())
        .toList();
  }

  /** A build tells of the image that it ends with, beside other things. */
  @Override
  public Map<String, String> ids(Message request, Message answer) {
    Map<String, String> ids = new TreeMap<>();
    Matcher found = ID.matcher(answer.text());
    if (found.find()) {
      ids.put("id", found.group(2));
    }
    return ids;
  }
}
