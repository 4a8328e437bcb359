package dev.dvl.vsphere.machine.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.VmCustomize;
import dev.dvl.vsphere.session.spec.Customization.GuestNic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each card of a guest is told. */
class GuestSettingsTest {

  /** Two cards with a route each would send half of what leaves the machine the wrong way. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          10.0.0.7/24, 10.1.0.7/24, 10.0.0.1, -, 10.0.0.1, ''
          10.0.0.7/24, 10.1.0.7/24, 10.0.0.1, 10.1.0.1, 10.0.0.1, 10.1.0.1
          10.0.0.7/24, 2001:db8::7/64, 2001:db8::1, 10.0.0.1, 10.0.0.1, 2001:db8::1
          10.0.0.7/24, dhcp, 10.0.0.1, -, 10.0.0.1, ''
          192.0.2.7, 10.1.0.7/24, 10.9.9.1, 10.1.0.1, 10.9.9.1, 10.1.0.1
          192.0.2.7/32, 2001:db8::7/64, 10.9.9.1, fe80::1, 10.9.9.1, fe80::1
          10.0.0.7/24, 2001:db8::7, fe80::1, -, '', fe80::1
          """)
  void aGatewayGoesToTheCardThatReachesIt(
      String lan, String wan, String one, String other, String ofLan, String ofWan) {
    List<Value> gateways = Stream.of(one, other).filter(it -> it != null).map(Value::text).toList();
    Value customize =
        Value.ObjectOf.of(
            Map.of(
                "addresses",
                Value.MapOf.of(Map.of("lan", Value.text(lan), "wan", Value.text(wan))),
                "gateways",
                new Value.ListOf(gateways),
                "timeout",
                new Value.Quantity(Dimension.DURATION, 1)));
    List<GuestNic> cards =
        new GuestSettings(
                VmCustomize.of(customize), "web", List.of(Optional.of("lan"), Optional.of("wan")))
            .customization()
            .nics();
    assertThat(cards).extracting(GuestSettingsTest::gateways).containsExactly(ofLan, ofWan);
  }

  private static String gateways(GuestNic card) {
    return String.join(
        " ", Stream.concat(card.ipv4Gateways().stream(), card.ipv6Gateways().stream()).toList());
  }
}
