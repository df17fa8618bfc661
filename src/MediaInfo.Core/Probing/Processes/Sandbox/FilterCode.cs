namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>Writes a filter of the kernel (classic BPF): one accumulator, and jumps that only go forward.</summary>
internal sealed class FilterCode
{
    // What the kernel shows a filter: the call's number, the processor, the address of the code that calls, the arguments.
    private const int Number = 0;
    private const int Processor = 4;
    private const int CallerLow = 8;
    private const int CallerHigh = 12;
    private const int Arguments = 16;

    private const ushort LoadWord = 0x20;
    private const ushort And = 0x54;
    private const ushort Subtract = 0x14;
    private const ushort IsEqual = 0x15;
    private const ushort IsAtLeast = 0x35;
    private const ushort Answer = 0x06;

    // Stands for the end of a block until that is known.
    private const byte End = byte.MaxValue;

    private readonly List<(ushort Code, byte IfTrue, byte IfFalse, uint Value)> _code = [];

    /// <summary>Answers at once where the processor is another one, and goes on with the call's number.</summary>
    public void CheckProcessor(uint processor, uint otherwise)
    {
        Add(LoadWord, Processor);
        Add(IsEqual, processor, ifTrue: 1);
        Add(Answer, otherwise);
        Add(LoadWord, Number);
    }

    /// <summary>Answers a call of that number where all of its tests hold; else what follows decides.</summary>
    public void Check(uint number, SystemCall call, CodeRange starter, uint answer)
    {
        var begin = _code.Count;
        Add(IsEqual, number, ifFalse: End);
        foreach (var test in call.Tests)
        {
            Add(test);
        }

        if (call.IsOfTheStart)
        {
            Add(starter);
        }

        Add(Answer, answer);
        EndAt(begin);
        Add(LoadWord, Number);
    }

    /// <summary>
    /// Answers the calls of those numbers, found by halves: the kernel runs a new filter on every number, so one that asks for
    /// each in turn takes half a millisecond to put in force.
    /// </summary>
    public void CheckAny(IEnumerable<uint> numbers, uint answer)
    {
        var begin = _code.Count;
        AddSearch(Ranges(numbers), answer);
        EndAt(begin);
    }

    /// <summary>Answers a call of that number.</summary>
    public void Check(uint number, uint answer)
    {
        Add(IsEqual, number, ifFalse: 1);
        Add(Answer, answer);
    }

    /// <summary>Answers the calls from that number on, and differently all others.</summary>
    public void Finish(uint from, uint answer, uint otherwise)
    {
        Add(IsAtLeast, from, ifFalse: 1);
        Add(Answer, answer);
        Add(Answer, otherwise);
    }

    /// <summary>The instructions, each in one number as the kernel reads it.</summary>
    public ulong[] ToArray() =>
        [.. _code.Select(one => one.Code | ((ulong)one.IfTrue << 16) | ((ulong)one.IfFalse << 24) | ((ulong)one.Value << 32))];

    private static (uint First, uint Last)[] Ranges(IEnumerable<uint> numbers)
    {
        var ranges = new List<(uint First, uint Last)>();
        foreach (var number in numbers.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
            {
                ranges[^1] = ranges[^1] with { Last = number };
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return [.. ranges];
    }

    private void AddSearch(ReadOnlySpan<(uint First, uint Last)> ranges, uint answer)
    {
        if (ranges.Length == 1)
        {
            Add(IsAtLeast, ranges[0].First, ifFalse: End);
            Add(IsAtLeast, ranges[0].Last + 1, ifTrue: End);
            Add(Answer, answer);
            return;
        }

        var half = ranges.Length / 2;
        var at = _code.Count;
        Add(IsAtLeast, ranges[half].First);
        AddSearch(ranges[..half], answer);
        _code[at] = _code[at] with { IfTrue = (byte)(_code.Count - at - 1) };
        AddSearch(ranges[half..], answer);
    }

    private void Add(ArgumentTest test)
    {
        Add(LoadWord, (uint)(Arguments + (test.Argument * sizeof(ulong))));
        Add(And, test.Mask);
        AddAnyOf(test.Values);
    }

    // How far before its end, below zero: the numbers from there on, also where the range lies across a boundary of 4 GiB.
    private void Add(CodeRange code)
    {
        Add(LoadWord, CallerHigh);
        AddAnyOf([(uint)(code.Begin >> 32), (uint)(code.End >> 32)]);
        Add(LoadWord, CallerLow);
        Add(Subtract, (uint)code.End);
        Add(IsAtLeast, unchecked((uint)(code.Begin - code.End)), ifFalse: End);
    }

    private void AddAnyOf(IReadOnlyList<uint> values)
    {
        for (var n = 0; n < values.Count; n++)
        {
            var isLast = n == values.Count - 1;
            Add(IsEqual, values[n], (byte)(values.Count - n - 1), isLast ? End : (byte)0);
        }
    }

    private void EndAt(int begin)
    {
        for (var at = begin; at < _code.Count; at++)
        {
            var (_, ifTrue, ifFalse, _) = _code[at];
            var end = (byte)(_code.Count - at - 1);
            _code[at] = _code[at] with { IfTrue = ifTrue == End ? end : ifTrue, IfFalse = ifFalse == End ? end : ifFalse };
        }
    }

    private void Add(ushort code, uint value, byte ifTrue = 0, byte ifFalse = 0) => _code.Add((code, ifTrue, ifFalse, value));
}
