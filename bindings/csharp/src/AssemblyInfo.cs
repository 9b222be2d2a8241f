// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("Smaajob")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: InternalsVisibleTo("Smaajob.Tests")]
