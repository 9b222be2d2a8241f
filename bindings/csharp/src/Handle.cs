// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Smaajob
{
    /// <summary>
    /// A native object, kept until it is disposed or forgotten and no call is using it: the runtime holds it
    /// through every call, and refuses one that is disposed.
    /// </summary>
    internal sealed class Handle : SafeHandle
    {
        /// <summary>What the headers call optional, when it is not there.</summary>
        internal static readonly Handle None = new Handle(IntPtr.Zero, null);

        private readonly Action<IntPtr> free;

        internal Handle(IntPtr address, Action<IntPtr> free)
            : base(IntPtr.Zero, free != null)
        {
            this.free = free;
            SetHandle(address);
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            free(handle);
            return true;
        }

        /// <summary>Reads what is borrowed from the object, which is held until it has been copied.</summary>
        internal T Hold<T>(Func<T> read)
        {
            bool held = false;
            try
            {
                DangerousAddRef(ref held);
                return read();
            }
            finally
            {
                if (held)
                {
                    DangerousRelease();
                }
            }
        }
    }

    /// <summary>What is made step by step, by one thread at a time.</summary>
    public abstract class Builder : IDisposable
    {
        private int busy;

        internal Builder(Handle handle)
        {
            Native = handle;
        }

        internal Handle Native { get; }

        internal T Alone<T>(Func<Handle, T> call)
        {
            if (Interlocked.CompareExchange(ref busy, 1, 0) != 0)
            {
                throw new InvalidOperationException("a builder is for one thread at a time");
            }
            try
            {
                return call(Native);
            }
            finally
            {
                Interlocked.Exchange(ref busy, 0);
            }
        }

        internal void Alone(Action<Handle> call)
        {
            Alone<object>(handle =>
            {
                call(handle);
                return null;
            });
        }

        /// <summary>Gives up the builder; what it built lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }
    }
}
