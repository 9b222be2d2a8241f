// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * A native object, kept until it is closed or forgotten and no call is using it.
 *
 * <p>A call that comes too late is an {@link IllegalStateException}; a close during a call frees when the call
 * has ended. A shared handle, of an object that cannot change, takes many calls at a time; an exclusive one, of a
 * builder, takes one.
 */
final class Handle implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** What may fail in the way that its last parameter says. */
  @FunctionalInterface
  interface Call<T, E extends Exception> {
    T on(long address) throws E;
  }

  /** The same without a result. */
  @FunctionalInterface
  interface Run<E extends Exception> {
    void on(long address) throws E;
  }

  private final State state;
  private final Cleaner.Cleanable cleanable;

  private Handle(long address, LongConsumer free, int most) {
    state = new State(address, free, most);
    cleanable = CLEANER.register(this, state);
  }

  static Handle shared(long address, LongConsumer free) {
    return new Handle(address, free, Integer.MAX_VALUE);
  }

  static Handle exclusive(long address, LongConsumer free) {
    return new Handle(address, free, 1);
  }

  <T, E extends Exception> T get(Call<T, E> call) throws E {
    long address = state.enter();
    try {
      return call.on(address);
    } finally {
      state.leave();
      Reference.reachabilityFence(this);
    }
  }

  <E extends Exception> void run(Run<E> call) throws E {
    long address = state.enter();
    try {
      call.on(address);
    } finally {
      state.leave();
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    cleanable.clean();
  }

  /** Everything but the handle itself, so that the cleaner does not keep it. */
  private static final class State implements Runnable {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final long address;
    private final LongConsumer free;
    private final int most;
    /** Calls that are using the object; the topmost bit says that it is closed. */
    private final AtomicInteger uses = new AtomicInteger();

    State(long address, LongConsumer free, int most) {
      this.address = address;
      this.free = free;
      this.most = most;
    }

    long enter() {
      int before = uses.getAndUpdate(n -> n < 0 || n >= most ? n : n + 1);
      if (before < 0) {
        throw new IllegalStateException("the object is closed");
      }
      if (before >= most) {
        throw new java.util.ConcurrentModificationException("a builder is for one thread at a time");
      }
      return address;
    }

    void leave() {
      if (uses.decrementAndGet() == CLOSED) {
        free.accept(address);
      }
    }

    @Override
    public void run() {
      if (uses.getAndUpdate(n -> n | CLOSED) == 0) {
        free.accept(address);
      }
    }
  }
}
