// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>Whether, and in how many weeks of practice, a requirement can be learned.</summary>
    public struct Training
    {
        /// <summary>Nobody has said; so, too, when a training is not given.</summary>
        public static readonly Training Unknown = default(Training);

        /// <summary>It cannot be learned in practice.</summary>
        public static readonly Training Impossible = new Training(true, 0);

        private readonly bool impossible;
        private readonly int? weeks;

        private Training(bool impossible, int? weeks)
        {
            this.impossible = impossible;
            this.weeks = weeks;
        }

        /// <summary>In so many weeks.</summary>
        /// <param name="weeks">0–520.</param>
        /// <returns>The training.</returns>
        public static Training Weeks(int weeks)
        {
            return new Training(false, weeks);
        }

        internal int Number(string pointer)
        {
            if (impossible)
            {
                return Native.TRAINING_IMPOSSIBLE;
            }
            return weeks == null ? Native.UNKNOWN : Values.Whole(weeks.Value, pointer);
        }
    }

    /// <summary>
    /// An opening in the making, of which only the id is known. Whatever is not said is unknown. A call that throws
    /// changes nothing.
    /// </summary>
    public sealed class OpeningBuilder : Builder
    {
        private readonly Vocabulary vocabulary;
        private int tasks;

        /// <summary>An opening to be.</summary>
        /// <param name="id">The opening's id.</param>
        /// <param name="vocabulary">The words; null: the built-in ones.</param>
        /// <exception cref="SmaajobException">It is no id.</exception>
        public OpeningBuilder(string id, Vocabulary vocabulary = null)
            : base(new Handle(
                Smaajob.Native.new_OpeningBuilder((vocabulary ?? Vocabulary.BuiltIn).Native, Text.NotNull(id, nameof(id))),
                NativePINVOKE.CSharp_Smaajob_delete_OpeningBuilder))
        {
            this.vocabulary = vocabulary ?? Vocabulary.BuiltIn;
        }

        private OpeningBuilder Say(Action<Handle> call)
        {
            Alone(call);
            return this;
        }

        /// <summary>Names the employer.</summary>
        /// <param name="employer">An id.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetEmployer(string employer)
        {
            Text.NotNull(employer, nameof(employer));
            return Say(at => Smaajob.Native.OpeningBuilder_set_employer(at, employer));
        }

        /// <summary>Names the sector.</summary>
        /// <param name="sector">A NACE code such as 46.31.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetSector(string sector)
        {
            Text.NotNull(sector, nameof(sector));
            return Say(at => Smaajob.Native.OpeningBuilder_set_sector(at, sector));
        }

        /// <summary>Says for how many citizens there is room; 1 when not said.</summary>
        /// <param name="seats">1–1000.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetSeats(int seats)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_seats(at, seats));
        }

        /// <summary>States the hours; an end that is not stated is open.</summary>
        /// <param name="min">At least this many.</param>
        /// <param name="max">At most this many.</param>
        /// <param name="growth">How far they may grow.</param>
        /// <param name="unit">What the hours are of.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetHours(double? min = null, double? max = null, double? growth = null, Unit unit = Unit.Week)
        {
            int most = Values.Most(unit);
            int least = Values.Minutes(min, "/hours/min", most);
            int greatest = Values.Minutes(max, "/hours/max", most);
            int grown = Values.Minutes(growth, "/hours/growth", most);
            return Say(at => Smaajob.Native.OpeningBuilder_set_hours(at, least, greatest, grown));
        }

        /// <summary>Adds a task; what is returned says more about it.</summary>
        /// <param name="id">The task's id.</param>
        /// <returns>A builder of the task.</returns>
        public TaskBuilder AddTask(string id)
        {
            Text.NotNull(id, nameof(id));
            Alone(at => Smaajob.Native.OpeningBuilder_add_task(at, id));
            return new TaskBuilder(this, tasks++);
        }

        /// <summary>States the exposure of every task that does not state its own.</summary>
        /// <param name="condition">Its id.</param>
        /// <param name="exposure">0–4 of a limit, else in the condition's unit.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetExposure(string condition, double exposure)
        {
            Text.NotNull(condition, nameof(condition));
            return Say(at => Smaajob.Native.OpeningBuilder_set_exposure(at, condition, exposure));
        }

        /// <summary>States how much of a supporting condition is offered.</summary>
        /// <param name="condition">Its id.</param>
        /// <param name="provision">0 no, 1 partly or by agreement, 2 yes.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetProvision(string condition, int provision)
        {
            Text.NotNull(condition, nameof(condition));
            return Say(at => Smaajob.Native.OpeningBuilder_set_provision(at, condition, provision));
        }

        /// <summary>Demands a gate.</summary>
        /// <param name="gate">Its id.</param>
        /// <returns>This.</returns>
        public OpeningBuilder AddGate(string gate)
        {
            Text.NotNull(gate, nameof(gate));
            return Say(at => Smaajob.Native.OpeningBuilder_add_gate(at, gate));
        }

        /// <summary>Says whether a term is accepted.</summary>
        /// <param name="term">The term.</param>
        /// <param name="answer">Yes, no or unknown.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetTerm(Term term, Answer answer)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_term(at, (int)term, (int)answer));
        }

        /// <summary>Says what an hour's pay is for; effective hours when not said.</summary>
        /// <param name="payBasis">What it is for.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetPayBasis(PayBasis payBasis)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_pay_basis(at, (int)payBasis));
        }

        /// <summary>Says how much hours vary from week to week.</summary>
        /// <param name="variation">How much.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetWeeklyVariation(Variation variation)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_weekly_variation(at, (int)variation));
        }

        /// <summary>Says where the work is.</summary>
        /// <param name="lat">Degrees, WGS 84.</param>
        /// <param name="lon">Degrees, WGS 84.</param>
        /// <returns>This.</returns>
        public OpeningBuilder SetLocation(double lat, double lon)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_location(at, lat, lon));
        }

        /// <summary>The checked opening, of at least one task; the builder may be used on.</summary>
        /// <returns>An opening.</returns>
        public Opening Build()
        {
            return Opening.Of(Alone(at => Smaajob.Native.OpeningBuilder_build(at)), vocabulary);
        }
    }

    /// <summary>One task of an opening in the making; made by OpeningBuilder.AddTask, and gone with it.</summary>
    public sealed class TaskBuilder
    {
        private readonly ulong task;
        private int windows;
        private int requirements;

        internal TaskBuilder(OpeningBuilder opening, int task)
        {
            Opening = opening;
            this.task = (ulong)task;
        }

        /// <summary>The opening in the making, to say more about it.</summary>
        public OpeningBuilder Opening { get; }

        private TaskBuilder Say(Action<Handle> call)
        {
            Opening.Alone(call);
            return this;
        }

        private string At(string member)
        {
            return "/tasks/" + Text.Plain(task) + "/" + member;
        }

        /// <summary>Says whether the employer can do without this task.</summary>
        /// <param name="optional">Whether; false when not said.</param>
        /// <returns>This.</returns>
        public TaskBuilder SetOptional(bool optional = true)
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_task_optional(at, task, optional));
        }

        /// <summary>States the hours; an end that is not stated is open.</summary>
        /// <param name="min">At least this many.</param>
        /// <param name="max">At most this many.</param>
        /// <param name="unit">What the hours are of.</param>
        /// <returns>This.</returns>
        public TaskBuilder SetHours(double? min = null, double? max = null, Unit unit = Unit.Week)
        {
            int most = Values.Most(unit);
            int least = Values.Minutes(min, At("hours/min"), most);
            int greatest = Values.Minutes(max, At("hours/max"), most);
            return Say(at => Smaajob.Native.OpeningBuilder_set_task_hours(at, task, least, greatest));
        }

        /// <summary>Says that the windows are known: those added, perhaps none.</summary>
        /// <returns>This.</returns>
        public TaskBuilder SetWindowsKnown()
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_task_windows_known(at, task));
        }

        /// <summary>Adds a time in which the task can be done.</summary>
        /// <param name="days">One or more.</param>
        /// <param name="from">Such as 08:00, on a quarter-hour.</param>
        /// <param name="to">Such as 12:00, at most 24:00.</param>
        /// <returns>This.</returns>
        public TaskBuilder AddWindow(IEnumerable<Day> days, string from, string to)
        {
            string pointer = At("windows/" + Text.Plain(windows));
            uint bits = Values.Days(days, pointer);
            int start = Values.From(from, pointer);
            int end = Values.To(to, pointer);
            Say(at => Smaajob.Native.OpeningBuilder_add_task_window(at, task, bits, start, end));
            windows++;
            return this;
        }

        /// <summary>Says that the requirements are known: those added, perhaps none.</summary>
        /// <returns>This.</returns>
        public TaskBuilder SetRequirementsKnown()
        {
            return Say(at => Smaajob.Native.OpeningBuilder_set_requirements_known(at, task));
        }

        /// <summary>Adds what the task demands of competence.</summary>
        /// <param name="concept">Its id.</param>
        /// <param name="level">1–5.</param>
        /// <param name="importance">How much it weighs.</param>
        /// <param name="training">Whether it can be learned in practice; unknown when not given.</param>
        /// <returns>This.</returns>
        public TaskBuilder AddRequirement(string concept, int level, Strength importance, Training training = default(Training))
        {
            Text.NotNull(concept, nameof(concept));
            int weeks = training.Number(At("requires/" + Text.Plain(requirements) + "/training_weeks"));
            Say(at => Smaajob.Native.OpeningBuilder_add_requirement(at, task, concept, level, (int)importance, weeks));
            requirements++;
            return this;
        }

        /// <summary>States the task's exposure; it overrides the opening's.</summary>
        /// <param name="condition">Its id.</param>
        /// <param name="exposure">0–4 of a limit, else in the condition's unit.</param>
        /// <returns>This.</returns>
        public TaskBuilder SetExposure(string condition, double exposure)
        {
            Text.NotNull(condition, nameof(condition));
            return Say(at => Smaajob.Native.OpeningBuilder_set_task_exposure(at, task, condition, exposure));
        }
    }
}
