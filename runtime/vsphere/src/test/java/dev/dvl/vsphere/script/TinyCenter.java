package dev.dvl.vsphere.script;

import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Just as much of a vCenter server as a session needs: logins, views, pages of properties, filters
 * and tasks. It has machines with names, and counts what it made.
 */
final class TinyCenter {
  /** An answer: what stands in the response, and the cookie that is set with it. */
  record Said(String xml, String cookie) {
    Said(String xml) {
      this(xml, "");
    }
  }

  /** A fault that the center itself sees. */
  static final class Faulty extends Exception {
    final String type;
    final String detail;

    Faulty(String type, String detail) {
      super(type);
      this.type = type;
      this.detail = detail;
    }
  }

  private final Map<String, String> machines = new TreeMap<>();
  private final Map<String, String> tasks = new LinkedHashMap<>();
  private final Set<String> sessions = new HashSet<>();
  private final Map<String, List<String>> pages = new HashMap<>();
  private final Map<String, String> filters = new LinkedHashMap<>();
  private final Set<String> ours = new HashSet<>();
  private final List<String> made = new ArrayList<>();
  private int ids;
  private int revision;
  private int logins;
  private int logouts;

  synchronized void fill(int count) {
    for (int i = 0; i < count; i++) {
      machines.put("vm-%05d".formatted(i), "machine-" + i);
    }
  }

  synchronized void expire() {
    sessions.clear();
    pages.clear();
    filters.clear();
    ours.clear();
    notifyAll();
  }

  synchronized List<String> made() {
    return List.copyOf(made);
  }

  synchronized int logins() {
    return logins;
  }

  synchronized int open() {
    return sessions.size();
  }

  synchronized int logouts() {
    return logouts;
  }

  synchronized Said call(Tree call, String cookie) throws Faulty, InterruptedException {
    return switch (call.name()) {
      case "RetrieveServiceContent" -> new Said(content());
      case "Login" -> login(call);
      case String other -> {
        if (!sessions.contains(cookie)) {
          throw new Faulty("NotAuthenticated", "");
        }
        yield new Said(inSession(call, cookie));
      }
    };
  }

  private Said login(Tree call) throws Faulty {
    if (!call.text("password").orElse("").equals("secret")) {
      throw new Faulty("InvalidLogin", "");
    }
    logins++;
    String cookie = "vmware_soap_session=\"" + ++ids + "\"";
    sessions.add(cookie);
    return new Said(
        "<returnval><key>k</key><userName>u</userName><fullName>u</fullName>"
            + "<loginTime>2026-01-01T00:00:00Z</loginTime></returnval>",
        cookie);
  }

  private String inSession(Tree call, String cookie) throws Faulty, InterruptedException {
    return switch (call.name()) {
      case "Logout" -> {
        sessions.remove(cookie);
        logouts++;
        yield "";
      }
      case "CurrentTime" -> "<returnval>2026-01-01T00:00:00Z</returnval>";
      case "CreateContainerView" -> link(owned("view"), "ContainerView");
      case "CreatePropertyCollector" -> link(owned("collector"), "PropertyCollector");
      case "RetrievePropertiesEx" -> retrieve(call);
      case "ContinueRetrievePropertiesEx" -> page(call.text("token").orElse(""));
      case "CreateFilter" -> filter(call);
      case "DestroyPropertyFilter" -> {
        filters.remove(self(call));
        yield "";
      }
      case "DestroyView" -> {
        needOurs(self(call));
        yield "";
      }
      case "WaitForUpdatesEx" -> updates(call);
      case "HasPrivilegeOnEntities" -> privileges(call);
      case "CreateFolder", "CreateResourcePool" -> link(make(call), "Made");
      case String task when task.endsWith("_Task") -> link(task(make(call)), "Task");
      case String other -> "";
    };
  }

  /** The user may do everything but what a guest may not. */
  private static String privileges(Tree call) {
    String each =
        call.all("privId").stream()
            .map(Tree::text)
            .map(
                it ->
                    "<privAvailability><privId>%s</privId><isGranted>%b</isGranted></privAvailability>"
                        .formatted(it, !it.equals("Denied.To.Guests")))
            .collect(Collectors.joining());
    return call.all("entity").stream()
        .map(
            it ->
                "<returnval><entity type=\"%s\">%s</entity>%s</returnval>"
                    .formatted(it.linked(), it.text(), each))
        .collect(Collectors.joining());
  }

  private String retrieve(Tree call) throws Faulty {
    Tree object = call.at("specSet.objectSet.obj").orElseThrow();
    if (object.linked().equals("ContainerView")) {
      needOurs(object.text());
      int size = call.number("options.maxObjects").orElse(100L).intValue();
      List<String> all =
          machines.entrySet().stream()
              .map(it -> object("VirtualMachine", it.getKey(), "name", text(it.getValue())))
              .toList();
      String token = "page-" + ++ids;
      pages.put(token, chunks(all, size));
      return page(token);
    }
    return "<returnval>"
        + call.at("specSet").orElseThrow().all("objectSet").stream()
            .map(it -> it.child("obj").orElseThrow())
            .map(it -> object(it.linked(), it.text(), "info", state(it.text())))
            .collect(Collectors.joining())
        + "</returnval>";
  }

  private static List<String> chunks(List<String> all, int size) {
    List<String> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(String.join("", all.subList(from, Math.min(all.size(), from + size))));
    }
    return chunks;
  }

  private String page(String token) throws Faulty {
    List<String> rest = pages.remove(token);
    if (rest == null) {
      throw new Faulty("InvalidProperty", "<name>token</name>");
    }
    if (rest.isEmpty()) {
      return "";
    }
    String next = "";
    if (rest.size() > 1) {
      String following = "page-" + ++ids;
      pages.put(following, rest.subList(1, rest.size()));
      next = "<token>" + following + "</token>";
    }
    return "<returnval>" + next + rest.getFirst() + "</returnval>";
  }

  private String filter(Tree call) throws Faulty {
    needOurs(self(call));
    String id = "filter-" + ++ids;
    filters.put(id, call.text("spec.objectSet.obj").orElseThrow());
    revision++;
    notifyAll();
    return link(id, "PropertyFilter");
  }

  private String updates(Tree call) throws Faulty, InterruptedException {
    String version = call.text("version").orElse("");
    for (int i = 0; i < 20 && version.equals("" + revision); i++) {
      wait(50);
      needOurs(self(call));
    }
    needOurs(self(call));
    return version.equals("" + revision)
        ? ""
        : "<returnval><version>" + revision + "</version>" + filterSets() + "</returnval>";
  }

  private String filterSets() {
    return filters.entrySet().stream()
        .map(
            it ->
                "<filterSet><filter type=\"PropertyFilter\">%s</filter><objectSet><kind>enter</kind><obj type=\"Task\">%s</obj><changeSet><name>info</name><op>assign</op>%s</changeSet></objectSet></filterSet>"
                    .formatted(it.getKey(), it.getValue(), state(it.getValue())))
        .collect(Collectors.joining());
  }

  private String state(String task) {
    String result = tasks.getOrDefault(task, "none");
    return "<val xsi:type=\"TaskInfo\"><key>%s</key><task type=\"Task\">%s</task><descriptionId>d</descriptionId><state>success</state><cancelled>false</cancelled><cancelable>false</cancelable><result xsi:type=\"ManagedObjectReference\" type=\"VirtualMachine\">%s</result><queueTime>2026-01-01T00:00:00Z</queueTime><eventChainId>1</eventChainId></val>"
        .formatted(task, task, result);
  }

  private String make(Tree call) {
    String id = "made-" + ++ids;
    made.add(call.name());
    return id;
  }

  private String task(String result) {
    String task = "task-" + ++ids;
    tasks.put(task, result);
    return task;
  }

  private String owned(String kind) {
    String id = kind + "-" + ++ids;
    ours.add(id);
    return id;
  }

  private void needOurs(String id) throws Faulty {
    if (!ours.contains(id)) {
      throw new Faulty("ManagedObjectNotFound", "<obj type=\"ContainerView\">" + id + "</obj>");
    }
  }

  private static String self(Tree call) {
    return call.text("_this").orElse("");
  }

  private static String link(String id, String type) {
    return "<returnval type=\"%s\">%s</returnval>".formatted(type, id);
  }

  private static String object(String type, String id, String name, String val) {
    return "<objects><obj type=\"%s\">%s</obj><propSet><name>%s</name>%s</propSet></objects>"
        .formatted(type, id, name, val);
  }

  private static String text(String value) {
    return "<val xsi:type=\"xsd:string\">" + value + "</val>";
  }

  private static String content() {
    StringBuilder content = new StringBuilder("<returnval>");
    content.append("<rootFolder type=\"Folder\">group-d1</rootFolder>");
    content.append("<propertyCollector type=\"PropertyCollector\">pc</propertyCollector>");
    content.append("<viewManager type=\"ViewManager\">vm</viewManager>");
    content.append(
        "<about><name>n</name><fullName>Tiny"
            + " Center</fullName><vendor>v</vendor><version>8.0.1</version><build>1</build><osType>o</osType><productLineId>vpx</productLineId><apiType>VirtualCenter</apiType><apiVersion>8.0.1.0</apiVersion></about>");
    for (String part :
        List.of(
            "sessionManager:SessionManager",
            "authorizationManager:AuthorizationManager",
            "eventManager:EventManager",
            "customFieldsManager:CustomFieldsManager",
            "searchIndex:SearchIndex",
            "fileManager:FileManager",
            "virtualDiskManager:VirtualDiskManager",
            "ovfManager:OvfManager")) {
      String[] both = part.split(":", -1);
      content.append("<%1$s type=\"%2$s\">%2$s</%1$s>".formatted(both[0], both[1]));
    }
    return content.append("<unheardOf><deep>x</deep></unheardOf></returnval>").toString();
  }
}
