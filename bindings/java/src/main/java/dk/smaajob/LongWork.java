// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** What the native layer calls back, by these names, while it works; what is thrown ends the work. */
final class LongWork {
  private final Progress progress;
  private final RankingReceiver<?> receiver;

  private final PackingOptions packing;
  /** What is packed. */
  private final Path from;

  private LongWork(Progress progress, RankingReceiver<?> receiver, PackingOptions packing, Path from) {
    this.progress = progress;
    this.receiver = receiver;
    this.packing = packing;
    this.from = from;
  }

  static LongWork of(Progress progress) {
    return new LongWork(progress, null, null, null);
  }

  static LongWork of(Progress progress, RankingReceiver<?> receiver) {
    return new LongWork(progress, Objects.requireNonNull(receiver), null, null);
  }

  static LongWork of(PackingOptions options, Path from) {
    return new LongWork(null, null, Objects.requireNonNull(options), from);
  }

  boolean fault(int code, byte[] message, byte[] pointer, int line, int column, byte[] text) {
    return packing.fault().leaveOut(SmaajobException.of(code, message, pointer, line, column).in(from),
        Optional.ofNullable(Text.of(text)));
  }

  boolean packed(long done, long all, long documents) {
    return packing.progress().progress(done, all, documents);
  }

  boolean receive(long ranking) throws Exception {
    return receiver.receive(Ranking.of(ranking));
  }

  boolean progress(long done, long all) {
    return progress.progress(done, all);
  }
}
