// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>What changed from one match to another, and why the score moved. Immutable, and safe to share between threads.</summary>
    public sealed class Difference : IDisposable
    {
        private Difference(IntPtr address)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Difference);
        }

        internal Handle Native { get; }

        /// <summary>What the two have in common.</summary>
        public Same Same => Smaajob.Same.Of(Smaajob.Native.Difference_get_same(Native));

        /// <summary>The citizen's id in each.</summary>
        public Both<string> CitizenId => Both(moment => Smaajob.Native.Difference_get_citizen_id(Native, moment));

        /// <summary>The opening's id in each.</summary>
        public Both<string> OpeningId => Both(moment => Smaajob.Native.Difference_get_opening_id(Native, moment));

        /// <summary>Verdict and numbers of each.</summary>
        public Both<Score> Score => Both(moment => Smaajob.Score.Of(Smaajob.Native.Difference_get_score(Native, moment)));

        /// <summary>The change of potential, exactly the sum of the items' changes; null when one of them has none.</summary>
        public double? Change => Sum(Smaajob.Native.Difference_get_change(Native));

        /// <summary>Every comparison that either match makes, the largest change first.</summary>
        public IReadOnlyList<ItemChange> Items =>
            Native.Hold(() => Values.List(Smaajob.Native.Difference_get_n_items(Native), ItemAt));

        /// <summary>Every task that either opening has.</summary>
        public IReadOnlyList<TaskChange> Tasks => Native.Hold(() => Values.List(
            Smaajob.Native.Difference_get_n_tasks(Native),
            i => TaskChange.Of(Smaajob.Native.Difference_get_task_change_at(Native, i))));

        /// <summary>The plan's hours in each, without the week itself.</summary>
        public Both<Plan> Plan => Both(moment => Smaajob.Plan.Of(
            Smaajob.Native.Difference_get_plan(Native, moment), Array.AsReadOnly(new Shift[0])));

        /// <summary>The advice on timing in each.</summary>
        public Both<Advice> Advice => Both(moment => (Advice)Smaajob.Native.Difference_get_advice(Native, moment));

        /// <summary>Compares two matches.</summary>
        /// <param name="before">The first.</param>
        /// <param name="after">The second.</param>
        /// <returns>The difference.</returns>
        public static Difference Of(Match before, Match after)
        {
            return Of(Text.NotNull(before, nameof(before)).ToJson(), Text.NotNull(after, nameof(after)).ToJson());
        }

        /// <summary>Compares two match documents, such as stored ones.</summary>
        /// <param name="before">The first, smaajob.match/1.</param>
        /// <param name="after">The second, smaajob.match/1.</param>
        /// <returns>The difference.</returns>
        /// <exception cref="SmaajobException">One is not as it must be; its message begins with which.</exception>
        public static Difference Of(string before, string after)
        {
            return new Difference(Smaajob.Native.new_Difference(Text.Document(before), Text.Document(after)));
        }

        private Both<T> Both<T>(Func<int, T> of)
        {
            return Native.Hold(() => new Both<T>(of((int)Moment.Before), of((int)Moment.After)));
        }

        private double? Sum(int change)
        {
            return Smaajob.Native.Difference_has_sum(Native) ? change / 1000.0 : (double?)null;
        }

        private ItemChange ItemAt(ulong i)
        {
            ItemChangeRow row = Smaajob.Native.Difference_get_item_change_at(Native, i);
            return new ItemChange(
                (CriterionId)row.Criterion, Text.Of(row.Subject), Text.Of(row.Task),
                row.HasBefore != 0 ? ItemAt(i, Moment.Before) : null,
                row.HasAfter != 0 ? ItemAt(i, Moment.After) : null, Sum(row.Change));
        }

        private Item ItemAt(ulong i, Moment moment)
        {
            return Item.Of(Smaajob.Native.Difference_get_item_at(Native, i, (int)moment));
        }

        /// <summary>Reasons that only one of them has.</summary>
        /// <param name="list">Of which list.</param>
        /// <returns>Those removed and those added.</returns>
        public ReasonChange Reasons(ReasonList list)
        {
            return Native.Hold(() => new ReasonChange(Reasons(list, Moment.Before), Reasons(list, Moment.After)));
        }

        private IReadOnlyList<Reason> Reasons(ReasonList list, Moment moment)
        {
            return Values.List(
                Smaajob.Native.Difference_get_n_reasons(Native, (int)list, (int)moment),
                i => Reason.Of(Smaajob.Native.Difference_get_reason_at(Native, (int)list, (int)moment, i)));
        }

        /// <summary>The difference as canonical JSON, smaajob.difference/1.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Difference_to_json(Native);
        }

        /// <summary>Gives it up; what was read of it lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }
    }
}
