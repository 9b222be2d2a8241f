// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections;
using System.Diagnostics;
using System.Linq;
using System.Reflection;

namespace Smaajob.Tests
{
    /// <summary>What a test says is not so.</summary>
    internal sealed class Failure : Exception
    {
        internal Failure(string message)
            : base(message)
        {
        }
    }

    internal static class Check
    {
        internal static void That(bool holds, string what = "it does not hold")
        {
            if (!holds)
            {
                throw new Failure(what);
            }
        }

        internal static void Equal(object expected, object told, string what = "")
        {
            That(Equals(expected, told), what + " expected <" + expected + "> but was <" + told + ">");
        }

        internal static T Throws<T>(Action call, string what = "")
            where T : Exception
        {
            try
            {
                call();
            }
            catch (T thrown)
            {
                return thrown;
            }
            catch (Exception other)
            {
                throw new Failure(what + " threw " + other);
            }
            throw new Failure(what + " threw nothing, expected " + typeof(T).Name);
        }

        internal static void Fault(ErrorCode code, string pointer, Action call)
        {
            SmaajobException fault = Throws<SmaajobException>(call);
            Equal(code, fault.Code, fault.Message);
            if (pointer != null)
            {
                Equal(pointer, fault.Pointer, fault.Message);
            }
        }
    }

    /// <summary>Runs every public method of every class whose name ends in Tests; an argument is part of a name.</summary>
    internal static class Runner
    {
        private static int Main(string[] arguments)
        {
            int passed = 0;
            int failed = 0;
            foreach (Type type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.Name.EndsWith("Tests")))
            {
                foreach (MethodInfo test in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
                {
                    string name = type.Name + "." + test.Name;
                    if (arguments.Length > 0 && name.IndexOf(arguments[0], StringComparison.Ordinal) < 0)
                    {
                        continue;
                    }
                    Stopwatch watch = Stopwatch.StartNew();
                    try
                    {
                        test.Invoke(null, null);
                        passed++;
                        Console.WriteLine("ok     " + name + " " + watch.ElapsedMilliseconds + " ms");
                    }
                    catch (TargetInvocationException thrown)
                    {
                        failed++;
                        Console.WriteLine("FAILED " + name + ": " + thrown.InnerException);
                    }
                }
            }
            Console.WriteLine(passed + " passed, " + failed + " failed");
            return failed > 0 || passed == 0 ? 1 : 0;
        }
    }
}
