namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Assembles a seccomp filter (classic BPF): one accumulator, and jumps that only go forward.</summary>
internal sealed class FilterCode
{
    // A filter's input: the call's number, the architecture, the instruction pointer of the caller, the arguments.
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

    // Placeholder for the end of a block until that is known.
    private const byte End = byte.MaxValue;

    private readonly List<(ushort Code, byte IfTrue, byte IfFalse, uint Value)> _code = [];

    /// <summary>Returns at once on another architecture; otherwise loads the call's number.</summary>
    public void CheckProcessor(uint processor, uint otherwise)
    {
        Add(LoadWord, Processor);
        Add(IsEqual, processor, ifTrue: 1);
        Add(Answer, otherwise);
        Add(LoadWord, Number);
    }

    /// <summary>Answers a call of that number if all its tests hold; otherwise continues.</summary>
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
    /// Answers the calls of those numbers, by binary search. The kernel runs a new filter on every number, so a linear one would
    /// take half a millisecond to install.
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

    /// <summary>Ends the filter: one answer for calls from that number up, another for all others.</summary>
    public void Finish(uint from, uint answer, uint otherwise)
    {
        Add(IsAtLeast, from, ifFalse: 1);
        Add(Answer, answer);
        Add(Answer, otherwise);
    }

    /// <summary>The instructions, one number each, as the kernel reads them.</summary>
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

    // Subtracting the end wraps below zero inside the range, which also works if the range spans a 4 GiB boundary.
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
