package dev.dvl.compiler.check;

import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.item.Items;
import dev.dvl.compiler.check.item.Tests;
import dev.dvl.compiler.check.item.Trials;
import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.schema.Kinds;

/**
 * Finds the type of everything in a module and checks that it may stand where it stands. Never
 * fails; nothing here depends on values of parameters or on what is there live.
 */
public final class Checker {
  private Checker() {}

  public static Outcome<Types> check(Names names, Kinds kinds) {
    Diagnostics diagnostics = new Diagnostics();
    Typing typing = new Trials(names, kinds, diagnostics).usual();
    Items items = new Items(typing);
    names.files().forEach(file -> items.check(file.items()));
    names.tests().forEach(new Tests(typing)::check);
    return new Outcome<>(typing.types(), diagnostics.sorted());
  }
}
