package dev.dvl.cli.worlds;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vCenter's calls: SOAP, its older REST, and files that are sent to datastores. */
record VSphereDialect() implements Dialect {
  private static final Pattern METHOD = Pattern.compile("Body[^>]*>\\s*<(?:\\w+:)?(\\w+)");
  private static final Pattern READING =
      Pattern.compile(
          "(Retrieve|Continue|Wait|CancelWait|Query|Find|Has|Fetch|Search|ReadNext|Log(in|out)|Current|Session).*"
              + "|(Create|Destroy)(PropertyCollector|PropertyFilter|Filter|ContainerView|View|Collector.*)"
              + "|(Check|Estimate|Validate|Parse|CreateImportSpec|SetCollectorPageSize).*");
  private static final Pattern ASKING =
      Pattern.compile(".*(/session(\\?.*)?|action=(list|find|get|batch|query)[^&]*)");
  private static final Pattern NAMED =
      Pattern.compile("<returnval[^>]*type=\"(\\w+)\"[^>]*>([^<]+)<");
  private static final Pattern VALUE =
      Pattern.compile("\\{\\s*\"value\"\\s*:\\s*\"([^\"]+)\"\\s*}");

  @Override
  public boolean changes(Message request) {
    if (request.method().equals("GET")) {
      return false;
    }
    if (request.path().startsWith("/sdk")) {
      return !READING.matcher(method(request.text())).matches();
    }
    return !ASKING.matcher(request.path().replace("~", "")).matches();
  }

  @Override
  public boolean streams(Message request) {
    return false;
  }

  @Override
  public List<String> headers(Message request) {
    return Set.of("SOAPAction", "Content-Type").stream()
        .sorted()
        .flatMap(
            name ->
                request.header(name.toLowerCase(Locale.ROOT)).map(it -> name + ": " + it).stream())
        .toList();
  }

  /** A task is known by its own id; what it made is asked for later. */
  @Override
  public Map<String, String> ids(Message request, Message answer) {
    Map<String, String> ids = new TreeMap<>();
    Matcher named = NAMED.matcher(answer.text());
    if (named.find()) {
      ids.put(named.group(1), named.group(2));
    }
    Matcher value = VALUE.matcher(answer.text().strip());
    if (value.matches()) {
      ids.put("value", value.group(1));
    }
    return ids;
  }

  /** The method of a call, or nothing where there is no envelope. */
  static String method(String envelope) {
    Matcher method = METHOD.matcher(envelope);
    return method.find() ? method.group(1) : "";
  }
}
