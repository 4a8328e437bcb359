package dev.dvl.cli.worlds;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session on a vCenter that sends what was recorded, and asks what has come of tasks. */
final class Vim implements Closeable {
  private static final List<String> SOAP =
      List.of("Content-Type: text/xml; charset=utf-8", "SOAPAction: urn:vim25/8.0.2.0");
  private static final Pattern RESULT =
      Pattern.compile("<(?:val|ManagedObjectReference)\\b[^>]*\\stype=\"(\\w+)\"[^>]*>([^<]+)<");
  private static final Pattern UUID =
      Pattern.compile("<name>([\\w.]*[uU]uid)</name><val[^>]*>([^<]+)<");
  private static final Pattern FOLDER = Pattern.compile("type=\"Folder\"[^>]*>([^<]+)<");
  private static final Pattern MACHINE = Pattern.compile("type=\"VirtualMachine\"[^>]*>([^<]+)<");
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 20;

  private final String server;
  private final Line.Dialer dialer;
  private Line line;
  private final String cookie;
  private final String token;

  private Vim(String server, Line.Dialer dialer, String cookie, String token) throws IOException {
    this.server = server;
    this.dialer = dialer;
    this.line = dialer.dial();
    this.cookie = cookie;
    this.token = token;
  }

  static Vim at(String server, String user, String password) throws IOException {
    String[] parts = server.split(":", 2);
    Line.Dialer dialer = TlsSocket.to(parts[0], Integer.parseInt(parts[1]));
    Vim stranger = new Vim(server, dialer, "none", "none");
    Message login =
        stranger.soap(
            """
            <Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this>\
            <userName>%s</userName><password>%s</password></Login>\
            """
                .formatted(user, password));
    String basic =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    Message session =
        stranger.answer(
            Message.of(
                "POST",
                "/rest/com/vmware/cis/session",
                List.of("Host: " + server, "Authorization: Basic " + basic),
                new byte[0]));
    String cookie = login.header("set-cookie").orElseThrow().split(";", 2)[0];
    return new Vim(
        server, dialer, cookie, session.text().strip().replaceAll(".*:\"([^\"]+)\".*", "$1"));
  }

  /** Sends a call again, waits for its task, and says what was named by either. */
  Map<String, String> send(RecordedCall call, Renamed renamed) throws IOException {
    Message request = call.request(renamed, session());
    Message answer = sent(request);
    if (answer.status() > 299) {
      throw new IOException(request.text() + ": " + answer.text());
    }
    return whole(call, new VSphereDialect().ids(request, answer));
  }

  private Message sent(Message request) throws IOException {
    try {
      return answer(request);
    } catch (IOException lost) {
      throw new IOException(request.head() + " " + request.text(), lost);
    }
  }

  /** With what a task has made; that of port groups does not say it. */
  Map<String, String> whole(RecordedCall call, Map<String, String> ids) throws IOException {
    Map<String, String> all = new TreeMap<>(ids);
    if (ids.containsKey("Task")) {
      Matcher result = RESULT.matcher(ended(ids.get("Task")));
      if (result.find()) {
        all.put(result.group(1), result.group(2));
      }
    }
    if (VSphereDialect.method(call.text()).equals("AddDVPortgroup_Task")) {
      all.putAll(new VSphereDialect().ids(call.request(new Renamed(), List.of()), named(call)));
    }
    if (all.containsKey("VirtualMachine")) {
      all.putAll(
          uuids("VirtualMachine", all.get("VirtualMachine"), "config.instanceUuid", "config.uuid"));
    }
    for (String kind : List.of("VmwareDistributedVirtualSwitch", "DistributedVirtualSwitch")) {
      if (all.containsKey(kind)) {
        all.putAll(uuids(kind, all.get(kind), "uuid"));
      }
    }
    return all;
  }

  private Message named(RecordedCall call) throws IOException {
    return at("/DC0/network/" + call.text().replaceAll("(?s).*?<name>([^<]+)</name>.*", "$1"));
  }

  private Message at(String path) throws IOException {
    return soap(
        """
        <FindByInventoryPath xmlns="urn:vim25"><_this type="SearchIndex">SearchIndex</_this>\
        <inventoryPath>%s</inventoryPath></FindByInventoryPath>\
        """
            .formatted(path));
  }

  /** The ids of the machines in a folder. */
  SortedSet<String> machines(String folder) throws IOException {
    Matcher id = FOLDER.matcher(at(folder).text());
    if (!id.find()) {
      throw new IOException("no folder " + folder);
    }
    return MACHINE
        .matcher(read("Folder", id.group(1), "childEntity"))
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What became of a task; one that was held when it was recorded never ends. */
  private String ended(String task) throws IOException {
    String info = "";
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
      info = read("Task", task, "info.state", "info.result");
      if (info.contains(">success<") || info.contains(">error<")) {
        return info;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
    }
    return info;
  }

  private Map<String, String> uuids(String type, String id, String... paths) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Matcher uuid = UUID.matcher(read(type, id, paths));
    while (uuid.find()) {
      found.put(uuid.group(1), uuid.group(2));
    }
    return found;
  }

  /** What the collector says of one object; nothing where it is gone. */
  private String read(String type, String id, String... paths) throws IOException {
    StringBuilder wanted = new StringBuilder();
    for (String path : paths) {
      wanted.append("<pathSet>").append(path).append("</pathSet>");
    }
    return soap("""
    <RetrievePropertiesEx xmlns="urn:vim25">\
    <_this type="PropertyCollector">propertyCollector</_this>\
    <specSet><propSet><type>%1$s</type>%3$s</propSet>\
    <objectSet><obj type="%1$s">%2$s</obj></objectSet></specSet><options/>\
    </RetrievePropertiesEx>\
    """
            .formatted(type, id, wanted))
        .text();
  }

  private Message soap(String body) throws IOException {
    String envelope =
        """
        <?xml version="1.0" encoding="UTF-8"?>\
        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>%s</e:Body></e:Envelope>\
        """
            .formatted(body);
    List<String> headers = new ArrayList<>(session());
    headers.addAll(SOAP);
    return answer(Message.of("POST", "/sdk", headers, envelope.getBytes(StandardCharsets.UTF_8)));
  }

  private Message answer(Message request) throws IOException {
    line.write(request, false);
    Message answer = Message.answer(line.in());
    if (answer.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
      line.close();
      line = dialer.dial();
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }

  private List<String> session() {
    return List.of("Host: " + server, "Cookie: " + cookie, "vmware-api-session-id: " + token);
  }
}
