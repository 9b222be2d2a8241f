// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>The value of a need, of the kind that its condition takes.</summary>
    public struct Need
    {
        private Need(ConditionType type, double value)
        {
            Type = type;
            Value = value;
        }

        /// <summary>How the condition is measured.</summary>
        public ConditionType Type { get; }

        /// <summary>The value.</summary>
        public double Value { get; }

        /// <summary>Of a limit.</summary>
        /// <param name="tolerance">0–4.</param>
        /// <returns>The value of a need.</returns>
        public static Need Tolerates(double tolerance)
        {
            return new Need(ConditionType.Limit, tolerance);
        }

        /// <summary>Of a provision.</summary>
        /// <param name="provision">0–2.</param>
        /// <returns>The value of a need.</returns>
        public static Need Requires(double provision)
        {
            return new Need(ConditionType.Provision, provision);
        }

        /// <summary>Of a ceiling.</summary>
        /// <param name="ceiling">In the condition's unit.</param>
        /// <returns>The value of a need.</returns>
        public static Need AtMost(double ceiling)
        {
            return new Need(ConditionType.Ceiling, ceiling);
        }

        internal static string MemberOf(ConditionType type)
        {
            return type == ConditionType.Limit ? "tolerates" : type == ConditionType.Provision ? "requires" : "at_most";
        }
    }

    /// <summary>
    /// A citizen in the making, of whom only the id is known. Whatever is not said is unknown. A call that throws
    /// changes nothing.
    /// </summary>
    public sealed class CitizenBuilder : Builder
    {
        private readonly Vocabulary vocabulary;
        private readonly Dictionary<string, ConditionType> types;
        private int needs;
        private int windows;

        /// <summary>A citizen to be.</summary>
        /// <param name="id">The citizen's id.</param>
        /// <param name="vocabulary">The words; null: the built-in ones.</param>
        /// <exception cref="SmaajobException">It is no id.</exception>
        public CitizenBuilder(string id, Vocabulary vocabulary = null)
            : base(new Handle(
                Smaajob.Native.new_CitizenBuilder((vocabulary ?? Vocabulary.BuiltIn).Native, Text.NotNull(id, nameof(id))),
                NativePINVOKE.CSharp_Smaajob_delete_CitizenBuilder))
        {
            this.vocabulary = vocabulary ?? Vocabulary.BuiltIn;
            types = this.vocabulary.Types;
        }

        private CitizenBuilder Say(Action<Handle> call)
        {
            Alone(call);
            return this;
        }

        /// <summary>Adds a concept held.</summary>
        /// <param name="concept">Its id.</param>
        /// <param name="level">0 known not held, 1 beginner, 3 as an ordinary employee, 5 expert.</param>
        /// <param name="evidence">What that rests on.</param>
        /// <returns>This.</returns>
        public CitizenBuilder AddCompetence(string concept, int level, Evidence evidence = Evidence.Stated)
        {
            Text.NotNull(concept, nameof(concept));
            return Say(at => Smaajob.Native.CitizenBuilder_add_competence(at, concept, level, (int)evidence));
        }

        /// <summary>Says whether every concept that is not listed is known not to be held.</summary>
        /// <param name="complete">Whether it is; false when not said.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetCompetenciesComplete(bool complete = true)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_competencies_complete(at, complete));
        }

        /// <summary>Says that the needs are known: those added, perhaps none.</summary>
        /// <returns>This.</returns>
        public CitizenBuilder SetNeedsKnown()
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_needs_known(at));
        }

        /// <summary>Adds a need.</summary>
        /// <param name="condition">Its id.</param>
        /// <param name="need">The value, of the kind that the condition takes.</param>
        /// <param name="strength">How much it weighs.</param>
        /// <returns>This.</returns>
        public CitizenBuilder AddNeed(string condition, Need need, Strength strength)
        {
            Text.NotNull(condition, nameof(condition));
            string pointer = "/needs/" + Text.Plain(needs) + "/" + Need.MemberOf(need.Type);
            if (types.TryGetValue(condition, out ConditionType type) && type != need.Type)
            {
                throw Values.Fault(pointer, condition + " is measured by " + Need.MemberOf(type), ErrorCode.Type);
            }
            Say(at => Smaajob.Native.CitizenBuilder_add_need(at, condition, need.Value, (int)strength));
            needs++;
            return this;
        }

        /// <summary>Answers a gate.</summary>
        /// <param name="gate">Its id.</param>
        /// <param name="answer">Yes, no or unknown.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetGate(string gate, Answer answer)
        {
            Text.NotNull(gate, nameof(gate));
            return Say(at => Smaajob.Native.CitizenBuilder_set_gate(at, gate, (int)answer));
        }

        /// <summary>
        /// States the hours; an end that is not stated is open, and committed not stated is unknown.
        /// </summary>
        /// <param name="min">At least this many.</param>
        /// <param name="max">At most this many.</param>
        /// <param name="limit">The health ceiling over all engagements.</param>
        /// <param name="maxPerDay">At most this many a day, whatever the unit.</param>
        /// <param name="committed">What is already used of the limit.</param>
        /// <param name="unit">What the hours are of.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetHours(double? min = null, double? max = null, double? limit = null, double? maxPerDay = null, double? committed = null, Unit unit = Unit.Week)
        {
            int most = Values.Most(unit);
            int[] minutes =
            {
                Values.Minutes(min, "/hours/min", most), Values.Minutes(max, "/hours/max", most),
                Values.Minutes(limit, "/hours/limit", most), Values.Minutes(maxPerDay, "/hours/max_per_day", Values.Day),
                Values.Minutes(committed, "/hours/committed", most),
            };
            return Say(at => Smaajob.Native.CitizenBuilder_set_hours(
                at, minutes[0], minutes[1], minutes[2], minutes[3], minutes[4]));
        }

        /// <summary>Says that the availability is known: the windows added, perhaps none.</summary>
        /// <returns>This.</returns>
        public CitizenBuilder SetAvailabilityKnown()
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_availability_known(at));
        }

        /// <summary>Adds a time of availability.</summary>
        /// <param name="days">One or more.</param>
        /// <param name="from">Such as 08:00, on a quarter-hour.</param>
        /// <param name="to">Such as 12:00, at most 24:00.</param>
        /// <returns>This.</returns>
        public CitizenBuilder AddWindow(IEnumerable<Day> days, string from, string to)
        {
            string pointer = "/availability/" + Text.Plain(windows);
            uint bits = Values.Days(days, pointer);
            int start = Values.From(from, pointer);
            int end = Values.To(to, pointer);
            Say(at => Smaajob.Native.CitizenBuilder_add_window(at, bits, start, end));
            windows++;
            return this;
        }

        /// <summary>States the output per hour present against an ordinary employee.</summary>
        /// <param name="effectiveness">0–1.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetEffectiveness(double effectiveness)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_effectiveness(at, effectiveness));
        }

        /// <summary>States the share of agreed meetings kept.</summary>
        /// <param name="kept">0–1.</param>
        /// <param name="context">In what.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetAttendance(double kept, Context context = Context.Unknown)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_attendance(at, kept, (int)context));
        }

        /// <summary>Says over how many weeks the attendance was seen.</summary>
        /// <param name="weeks">0–1000.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetAttendanceWeeks(int weeks)
        {
            int number = Values.Whole(weeks, "/attendance/weeks");
            return Say(at => Smaajob.Native.CitizenBuilder_set_attendance_weeks(at, number));
        }

        /// <summary>Says whether the prerequisites of a wage are presumed present.</summary>
        /// <param name="prerequisites">A professional's presumption.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetPrerequisites(Prerequisites prerequisites)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_prerequisites(at, (int)prerequisites));
        }

        /// <summary>Says what the citizen has chosen.</summary>
        /// <param name="choice">The choice.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetChoice(Choice choice)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_choice(at, (int)choice));
        }

        /// <summary>Says what the course is for now.</summary>
        /// <param name="purpose">The purpose.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetPurpose(Purpose purpose)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_purpose(at, (int)purpose));
        }

        /// <summary>Adds a wish about a competence concept or a sector.</summary>
        /// <param name="concept">A concept's id, or a NACE code such as 46.3.</param>
        /// <param name="wants">To seek or to avoid it.</param>
        /// <returns>This.</returns>
        public CitizenBuilder AddWish(string concept, Wants wants)
        {
            Text.NotNull(concept, nameof(concept));
            return Say(at => Smaajob.Native.CitizenBuilder_add_wish(at, concept, (int)wants));
        }

        /// <summary>Says where the citizen sets out from.</summary>
        /// <param name="lat">Degrees, WGS 84.</param>
        /// <param name="lon">Degrees, WGS 84.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetLocation(double lat, double lon)
        {
            return Say(at => Smaajob.Native.CitizenBuilder_set_location(at, lat, lon));
        }

        /// <summary>Says how, and how far, the citizen can travel.</summary>
        /// <param name="mode">How.</param>
        /// <param name="maxMinutes">At most, each way, 0–1440.</param>
        /// <returns>This.</returns>
        public CitizenBuilder SetTravel(Mode mode, int maxMinutes)
        {
            int minutes = Values.Whole(maxMinutes, "/travel/max_minutes");
            return Say(at => Smaajob.Native.CitizenBuilder_set_travel(at, (int)mode, minutes));
        }

        /// <summary>The checked citizen; the builder may be used on.</summary>
        /// <returns>A citizen.</returns>
        public Citizen Build()
        {
            return Citizen.Of(Alone(at => Smaajob.Native.CitizenBuilder_build(at)), vocabulary);
        }
    }
}
