package dev.dvl.vsphere.wire.soap;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logs out of what is still open when the process ends, however it ends, short of being killed. */
final class OpenSessions {
  private static final Set<SessionKeeper> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(OpenSessions::closeAll, "vsphere-log-out"));
  }

  private OpenSessions() {}

  static void add(SessionKeeper keeper) {
    OPEN.add(keeper);
  }

  static void remove(SessionKeeper keeper) {
    OPEN.remove(keeper);
  }

  private static void closeAll() {
    List<Thread> closing =
        OPEN.stream().map(keeper -> Thread.ofVirtual().start(keeper::close)).toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
