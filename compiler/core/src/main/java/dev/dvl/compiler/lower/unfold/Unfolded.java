package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;

/** One thing that a declaration unfolds to. */
sealed interface Unfolded permits UnfoldedResource, Frame {
  Address address();

  Value.Ref ref();
}
