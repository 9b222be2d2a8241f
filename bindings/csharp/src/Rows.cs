// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.InteropServices;

// The structs of the public headers as C lays them out. Their strings are borrowed: read them while the object is
// held. A test compares every one of them with its header.
#pragma warning disable 649
namespace Smaajob
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct ConditionRow
    {
        internal IntPtr Id;
        internal int Kind;
        internal int Type;
        internal IntPtr Unit;
        internal IntPtr LabelDa;
        internal IntPtr LabelEn;
        internal IntPtr Icf;
        internal IntPtr Onet;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct WordRow
    {
        internal IntPtr Id;
        internal IntPtr LabelDa;
        internal IntPtr LabelEn;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ScoreRow
    {
        internal int Verdict;
        internal int Score;
        internal int Low;
        internal int High;
        internal int Coverage;
        internal int Potential;
        internal int SideCitizen;
        internal int SideEmployer;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct RankedRow
    {
        internal UIntPtr Number;
        internal IntPtr Id;
        internal ScoreRow Score;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ReasonRow
    {
        internal int Code;
        internal IntPtr Subject;
        internal IntPtr Task;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct CriterionRow
    {
        internal int Id;
        internal int Side;
        internal int Value;
        internal int Low;
        internal int High;
        internal int Weight;
        internal int Loss;
        internal UIntPtr NItems;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ItemRow
    {
        internal IntPtr Subject;
        internal IntPtr Task;
        internal int State;
        internal int Have;
        internal int Want;
        internal int Share;
        internal int Loss;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct TaskMatchRow
    {
        internal IntPtr Id;
        internal int Verdict;
        internal int PlannedMinutesPerWeek;
        internal UIntPtr NReasons;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PlanRow
    {
        internal byte Known;
        internal int PresentMinutes;
        internal int PaidMinutes;
        internal int PracticeMinutes;
        internal int CapacityMinutes;
        internal int GrowthMinutes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ShiftRow
    {
        internal int Day;
        internal int FromMinute;
        internal int ToMinute;
        internal IntPtr Task;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct TimingRow
    {
        internal int Advice;
        internal UIntPtr NReasons;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct QuestionRow
    {
        internal int Code;
        internal IntPtr Subject;
        internal int Ask;
        internal int Best;
        internal int Worst;
        internal int Swing;
        internal byte Decides;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct LeverRow
    {
        internal UIntPtr NChanges;
        internal int Verdict;
        internal int Score;
        internal int Gain;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ChangeRow
    {
        internal int By;
        internal int Code;
        internal IntPtr Subject;
        internal int From;
        internal int To;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ParagraphRow
    {
        internal int Section;
        internal int Depth;
        internal IntPtr Code;
        internal IntPtr Subject;
        internal IntPtr Task;
        internal IntPtr Text;
        internal UIntPtr NValues;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ValueRow
    {
        internal IntPtr Name;
        internal int Number;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct SameRow
    {
        internal byte All;
        internal byte Engine;
        internal byte Model;
        internal byte Citizen;
        internal byte Opening;
        internal byte Policy;
        internal byte Vocabulary;
        internal byte Result;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ItemChangeRow
    {
        internal int Criterion;
        internal IntPtr Subject;
        internal IntPtr Task;
        internal byte HasBefore;
        internal byte HasAfter;
        internal int LossBefore;
        internal int LossAfter;
        internal int Change;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct TaskChangeRow
    {
        internal IntPtr Id;
        internal byte HasBefore;
        internal byte HasAfter;
        internal int VerdictBefore;
        internal int VerdictAfter;
        internal int MinutesBefore;
        internal int MinutesAfter;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct OverrideRow
    {
        internal int Verdict;
        internal int Advice;
        internal IntPtr Reason;
        internal IntPtr Actor;
    }
}
