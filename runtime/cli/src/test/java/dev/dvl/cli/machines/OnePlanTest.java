package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One program makes a machine, and what runs in it: a real engine, reached over real SSH. Every
 * test first brings about what the program says, so each stands for itself, and a run makes few
 * machines.
 */
@Tag("vcenter")
@SuppressWarnings("NullAway.Init")
class OnePlanTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern URL = Pattern.compile("url = \"(http://[^\"]+)\"");
  private static final int TRIES = 300;
  private static final int PAUSE_MILLIS = 200;

  @TempDir private static Path folder;
  private static Lab lab;

  @BeforeAll
  static void order() throws Exception {
    lab = new Lab(folder);
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    if (lab != null) {
      try (Lab ended = lab) {
        ended.destroyed();
      }
    }
  }

  @Test
  void aSavedPlanLeadsFromNothingToAPage() throws Exception {
    boolean settings = Files.exists(folder.resolve(".ssh"));
    lab.destroyed();
    String plan = lab.done("plan", "-o", "one.plan");
    assertThat(plan).contains("Plan: 5 to create,", "url = (known later: app.ip)");
    String made = Lab.done(lab.saved("apply", "one.plan"));
    assertThat(page(made)).isEqualTo("hello from a machine");
    lab.differsInNothing();
    assertThat(Files.exists(folder.resolve(".ssh"))).isEqualTo(settings);
    forget();
    lab.differsInNothing();
  }

  @Test
  void aPlanAsksTheVCenterNoMoreForContainersAndLogsInOnce() throws Exception {
    lab.settle();
    lab.done("plan"); // the last call of an apply ends when its session does, a little later
    int machine = lab.vcenter().callsWhile(() -> lab.done("plan", "--target", "app"));
    int logins = lab.logins();
    assertThat(lab.vcenter().callsWhile(() -> lab.done("plan"))).isEqualTo(machine);
    assertThat(lab.logins()).isEqualTo(logins + 1);
  }

  @Test
  void whatRunsStopsWithItsMachineAndComesBack() throws Exception {
    lab.settle();
    mark();
    String web = lab.inside("docker inspect -f '{{.Id}}' web");
    lab.inside(
        "printf '#!/bin/sh\\n[ \"$1\" != status ] && exec /usr/bin/cloud-init \"$@\"\\n"
            + "echo extended_status: degraded done\\necho no such key\\nexit 2\\n'"
            + " > /usr/local/bin/cloud-init && chmod +x /usr/local/bin/cloud-init");
    lab.grow();
    assertThat(lab.done("plan"))
        .contains("It stops with `app`, and comes back.", "0 to replace, 0 to destroy");
    Calls.Ended applied = lab.dvl("apply", "--yes");
    String grown = Lab.done(applied);
    lab.inside("rm /usr/local/bin/cloud-init");
    assertThat(applied.err()).contains("warning[DVL7051]", "degraded done; no such key");
    assertThat(lab.inside("docker inspect -f '{{.Id}}' web")).isEqualTo(web);
    assertMarked();
    assertThat(page(grown)).isEqualTo("hello from a machine");
    lab.differsInNothing();
  }

  @Test
  void anotherMachineIsMadeOnlyWithConsent() throws Exception {
    lab.settle();
    List<String> guests = lab.guests();
    String web = lab.inside("docker inspect -f '{{.Id}} {{.State.StartedAt}}' web");
    lab.inside("docker create --name other page:1");
    lab.another(true);
    assertThat(lab.dvl("plan").err()).contains("DVL6010", "named `other` is there already");
    lab.renew();
    Calls.Ended refused = lab.dvl("apply", "--yes");
    assertThat(refused.exit()).as(refused::toString).isEqualTo(Exit.FAILED);
    assertThat(refused.err())
        .contains("DVL6014", "this goes with `app`, and what is in it is lost")
        .doesNotContain("DVL6010");
    assertThat(lab.guests()).isEqualTo(guests);
    assertThat(lab.inside("docker inspect -f '{{.Id}} {{.State.StartedAt}}' web")).isEqualTo(web);
    String made = lab.done("apply", "--yes", "--allow", "data_loss");
    assertThat(lab.guests()).doesNotContainAnyElementsOf(guests).hasSize(1);
    assertThat(page(made)).isEqualTo("hello from a machine");
    lab.another(false);
    lab.settle();
    lab.differsInNothing();
  }

  @Test
  void aMachineThatIsSilentLeavesOpenWhatStandsOnIt() throws Exception {
    lab.settle();
    mark();
    lab.inside("systemctl stop ssh");
    Calls.Ended silent = lab.dvl("plan");
    lab.inside("systemctl start ssh");
    assertThat(silent.toString()).contains("DVL6049", "4 undecided, 1 unchanged");
    lab.powerOff();
    String off = planUntil("power  \"off\" -> \"on\"");
    assertThat(off).contains("DVL6049", "0 to create, 1 to update (live)", "4 undecided");
    String again = lab.done("apply", "--yes");
    assertThat(lab.inside("docker ps -a --format '{{.Names}}'")).isEqualTo("web");
    assertMarked();
    assertThat(page(again)).isEqualTo("hello from a machine");
    lab.differsInNothing();
  }

  @Test
  void whatWasMadeIsReachedByHand() throws Exception {
    lab.settle();
    String inside =
        Lab.done(lab.reach("exec", "web", "--", "/bin/busybox", "cat", "/www/index.html"));
    assertThat(inside).isEqualTo("hello from a machine");
    assertThat(Lab.done(lab.reach("logs", "web"))).isEmpty();
    assertThat(Lab.done(lab.reach("ssh", "app", "--", "id", "-un"))).isEqualTo("ops\n");
    assertThat(lab.reach("ssh", "app", "--", "exit", "3").exit().code()).isEqualTo(3);
    assertThat(Lab.done(lab.reach("context"))).isEqualTo("one-app: written\n");
    assertThat(lab.byContext("one-app", "ps", "--format", "{{.Names}}")).isEqualTo("web\n");
    lab.powerOff();
    planUntil("power  \"off\" -> \"on\"");
    assertThat(lab.reach("logs", "web").err()).contains("DVL8074", "it is off, or starting");
    assertThat(lab.reach("exec", "web", "--", "ls").exit()).isEqualTo(Exit.NO_CONNECTION);
    assertThat(lab.reach("ssh", "app").err()).contains("DVL8074", "it is off, or starting");
    assertThat(lab.reach("context").exit()).isEqualTo(Exit.NO_CONNECTION);
    assertThat(Lab.done(lab.reach("context", "--remove"))).isEqualTo("one-app: removed\n");
  }

  @Test
  void aStrangerInANewMachineIsLeftAlone() throws Exception {
    lab.destroyed();
    lab.done("apply", "--yes", "--target", "app");
    lab.inside("until docker version; do sleep 0.2; done");
    lab.copyInside("page", "/root/page");
    String stranger =
        lab.inside("docker build -q -t other /root/page >&2 && docker create --name web other")
            .lines()
            .toList()
            .getLast();
    Calls.Ended refused = lab.dvl("apply", "--yes");
    assertThat(refused.exit()).as(refused::toString).isEqualTo(Exit.FAILED);
    assertThat(refused.err()).containsPattern("DVL60(10|11|20)").contains("web");
    assertThat(lab.inside("docker inspect -f '{{.Id}} {{.State.Status}}' web"))
        .isEqualTo(stranger + " created");
    assertThat(lab.inside("docker volume ls -q; docker image ls -q page")).isEmpty();
    lab.inside("docker rm web");
    lab.settle();
    lab.differsInNothing();
  }

  @Test
  void aKeyThatOthersReadIsToldBeforeTheMachineIsMade() throws Exception {
    lab.destroyed();
    Path key = folder.resolve("id");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Calls.Ended open = lab.dvl("apply", "--yes");
    Path aside = Files.move(key, folder.resolve("aside"));
    Calls.Ended gone = lab.dvl("apply", "--yes");
    Files.move(aside, key);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(open.err()).contains("DVL7045", "chmod 600");
    assertThat(gone.err()).contains("DVL7044", "There is no SSH key");
    assertThat(lab.guests()).isEmpty();
  }

  @Test
  void anImageThatFollowsItsTagIsAsItShouldBeOnANewMachine() throws Exception {
    lab.followed(true);
    lab.destroyed();
    lab.settle();
    Calls.Ended plan = lab.dvl("plan", "--detailed-exitcode");
    lab.followed(false);
    lab.settle();
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
    lab.differsInNothing();
  }

  @Test
  void theHostKeyIsToldToNobodyOnceTheGuestHasIt() throws Exception {
    lab.settle();
    assertThat(lab.inside("vmware-rpctool 'info-get guestinfo.userdata'")).isEqualTo("---");
    assertThat(lab.inside("vmware-rpctool 'info-get guestinfo.metadata' | base64 -d | zcat"))
        .contains("cleanup-guestinfo: []");
    lab.inside(
        "vmware-rpctool \"info-set guestinfo.userdata $(echo ssh_keys: | base64)\""
            + " && vmware-rpctool 'info-set guestinfo.userdata.encoding base64'");
    assertThat(lab.done("plan"))
        .contains("private half of its host key", "0 to create, 1 to update (live),");
    lab.settle();
    assertThat(lab.inside("vmware-rpctool 'info-get guestinfo.userdata'")).isEqualTo("---");
    lab.differsInNothing();
  }

  @Test
  void aMachineThatRunsIsWaitedForBriefly() throws Exception {
    lab.settle();
    lab.inside("systemctl stop ssh");
    long start = System.nanoTime();
    Calls.Ended silent = lab.dvl("apply", "--yes");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    lab.inside("systemctl start ssh");
    assertThat(silent.exit()).as(silent::toString).isNotEqualTo(Exit.DONE);
    assertThat(silent.err()).contains("DVL7040", "was running before");
    assertThat(took).isLessThan(Duration.ofMinutes(2));
    lab.settle();
    lab.differsInNothing();
  }

  private static void mark() throws IOException, InterruptedException {
    lab.inside("docker exec web /bin/busybox touch /data/mark");
  }

  private static void assertMarked() throws IOException, InterruptedException {
    assertThat(lab.inside("docker exec web /bin/busybox ls /data")).isEqualTo("mark");
  }

  /** What an apply says it is, as soon as it is there: a server may still be starting. */
  private static String page(String said) throws IOException, InterruptedException {
    Matcher url = URL.matcher(said);
    assertThat(url.find()).as(said).isTrue();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url.group(1))).build();
    for (int left = TRIES; ; left--) {
      try {
        return HTTP.send(request, BodyHandlers.ofString()).body();
      } catch (IOException notYet) {
        if (left == 0) {
          throw notYet;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** The vCenter hears a little later what has happened to a guest. */
  private static String planUntil(String told) throws InterruptedException {
    String plan = "";
    for (int left = TRIES; left > 0 && !plan.contains(told); left--) {
      plan = lab.dvl("plan").toString();
      Thread.sleep(PAUSE_MILLIS);
    }
    return plan;
  }

  /** What dvl noted is a hint. */
  private static void forget() throws IOException {
    try (Stream<Path> notes = Files.walk(folder.resolve(".dvl"))) {
      for (Path note : notes.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(note);
      }
    }
  }
}
