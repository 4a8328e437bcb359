package dev.dvl.cli.render;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan for people: each change with its sign, its price and what differs, notes, and one line
 * that sums up. Equal plans give equal text.
 */
public final class PlanText {
  private static final String INDENT = "      ";
  private static final int WIDEST_ADDRESS = 40;

  private final Plan plan;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  /** For whom it was told why nobody can say yet what becomes of it. */
  private final Map<Waiting, Address> told = new HashMap<>();

  /** What is undecided for the same reasons, on the same host. */
  private record Waiting(Address host, List<String> reasons) {}

  private PlanText(Plan plan, Style style) {
    this.plan = plan;
    this.style = style;
  }

  public static String render(Plan plan, boolean sandbox, Style style) {
    PlanText text = begun(plan, sandbox, style);
    text.changes();
    text.outputs();
    plan.held().forEach(held -> text.line("note: " + SafeText.of(held.sentence())));
    plan.notes().forEach(note -> text.line("note: " + SafeText.of(note)));
    text.losses();
    text.line(style.bold(SummaryLine.of(plan)));
    return text.out.toString();
  }

  /** What differs of it from what was applied, in the same form. */
  public static String drift(Plan drift, boolean sandbox, Style style) {
    PlanText text = begun(drift, sandbox, style);
    text.changes();
    text.line(style.bold(SummaryLine.ofDrift(drift)));
    return text.out.toString();
  }

  private static PlanText begun(Plan plan, boolean sandbox, Style style) {
    PlanText text = new PlanText(plan, style);
    if (sandbox) {
      text.line(style.faint("sandbox: a made-up world, nothing real is read or touched"));
      text.line("");
    }
    return text;
  }

  private void changes() {
    int address = width(change -> change.address().toString());
    int kind = width(PlannedChange::kind);
    plan.changes().stream()
        .sorted(Comparator.comparing(PlannedChange::address))
        .forEach(change -> change(change, address, kind));
    if (!plan.isEmpty() && !out.toString().endsWith("\n\n")) {
      line("");
    }
  }

  private void change(PlannedChange change, int address, int kind) {
    String sign = style.action(change.action(), "%3s".formatted(change.action().sign()));
    String name = style.bold(SafeText.padded(SafeText.of(change.address().toString()), address));
    String what = sign + " " + name + "  " + SafeText.padded(change.kind(), kind) + "  ";
    Address before = toldBefore(change);
    if (!before.equals(change.address())) {
      line(what + words(change) + ", as `" + SafeText.of(before.toString()) + "`");
      return;
    }
    line(what + words(change));
    change.reasons().forEach(reason -> line(INDENT + style.faint(SafeText.of(reason))));
    FieldLines.of(change, style).forEach(this::line);
    if (!change.reasons().isEmpty() || !change.fields().isEmpty()) {
      line("");
    }
  }

  /** The resource for which the reasons stand in the plan: what is undecided shares them. */
  private Address toldBefore(PlannedChange change) {
    if (change.action() != Action.UNDECIDED) {
      return change.address();
    }
    Waiting why = new Waiting(change.host(), change.reasons());
    Address first = told.putIfAbsent(why, change.address());
    return first == null ? change.address() : first;
  }

  private int width(Function<PlannedChange, String> part) {
    return plan.changes().stream()
        .mapToInt(change -> part.apply(change).length())
        .filter(length -> length <= WIDEST_ADDRESS)
        .max()
        .orElse(0);
  }

  private String words(PlannedChange change) {
    String word =
        switch (change.action()) {
          case CREATE -> "create";
          case UPDATE -> "update";
          case REPLACE -> "replace, the old one goes first";
          case REPLACE_START_FIRST -> "replace, the new one comes first";
          case DESTROY -> "destroy";
          case ADOPT, MOVE -> "";
          case FORGET -> "forget";
          case CONDITIONAL -> "may change";
          case UNDECIDED ->
              change.object().isPresent()
                  ? "known once it can be read"
                  : "known once its host can be read";
        };
    boolean priced =
        change.action() == Action.UPDATE
            || change.impact().losesData()
            || (change.action() == Action.ADOPT && !change.fields().isEmpty());
    String price = " (" + ImpactWords.of(change.impact()) + ")";
    String all =
        Stream.of(word, taken(change))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(", "));
    return priced ? all + style.impact(change.impact(), price) : all;
  }

  private static String taken(PlannedChange change) {
    return change
        .taken()
        .map(
            it ->
                switch (it) {
                  case Takeover.Moved(Address from) -> "moved from " + SafeText.of(from.toString());
                  case Takeover.Adopted(String name) -> "adopts " + SafeText.of(name);
                })
        .orElse("");
  }

  private void outputs() {
    int width = plan.outputs().stream().mapToInt(it -> it.name().length()).max().orElse(0);
    plan.outputs()
        .forEach(
            output ->
                line(
                    "output "
                        + SafeText.padded(output.name(), width)
                        + " = "
                        + (output.secret() ? "(secret)" : ValueText.of(output.value()))));
    if (!plan.outputs().isEmpty()) {
      line("");
    }
  }

  private void losses() {
    List<Address> lost =
        plan.changes().stream()
            .filter(change -> change.impact().losesData())
            .map(PlannedChange::address)
            .sorted()
            .toList();
    if (!lost.isEmpty()) {
      String names =
          lost.stream()
              .map(it -> "`" + SafeText.of(it.toString()) + "`")
              .collect(Collectors.joining(", "));
      line(style.alarm("Data is lost: " + names));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
