// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/** What the native layer calls back, by these names, while it works; what is thrown ends the work. */
final class LongWork {
  private final Progress progress;
  private final RankingReceiver<?> receiver;

  private LongWork(Progress progress, RankingReceiver<?> receiver) {
    this.progress = progress;
    this.receiver = receiver;
  }

  static LongWork of(Progress progress) {
    return new LongWork(progress, null);
  }

  static LongWork of(Progress progress, RankingReceiver<?> receiver) {
    return new LongWork(progress, Objects.requireNonNull(receiver));
  }

  boolean receive(long ranking) throws Exception {
    return receiver.receive(Ranking.of(ranking));
  }

  boolean progress(long done, long all) {
    return progress.progress(done, all);
  }
}
