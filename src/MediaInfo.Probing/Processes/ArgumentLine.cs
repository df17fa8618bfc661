namespace MediaInfo.Probing.Processes;

/// <summary>Splits a command line that FFMpegCore wrote into the arguments that were meant.</summary>
/// <remarks>
/// FFMpegCore puts some values between double quotes and escapes nothing. A quote in a value would let it become further
/// options, so a line whose quotes do not enclose whole arguments is refused.
/// </remarks>
internal static class ArgumentLine
{
    /// <summary>The arguments, in order.</summary>
    /// <exception cref="FormatException">A quote is within an argument, or without its partner.</exception>
    public static IReadOnlyList<string> Split(string line)
    {
        var arguments = new List<string>();
        for (var rest = line.AsSpan().TrimStart(' '); !rest.IsEmpty; rest = rest.TrimStart(' '))
        {
            var isQuoted = rest[0] == '"';
            rest = isQuoted ? rest[1..] : rest;
            var end = rest.IndexOf(isQuoted ? '"' : ' ');
            var argument = end < 0 ? rest : rest[..end];
            var after = end < 0 ? default : rest[(end + 1)..];
            if (isQuoted ? end < 0 || !(after.IsEmpty || after[0] == ' ') : argument.Contains('"'))
            {
                throw new FormatException("A quote is within an argument, or without its partner");
            }

            arguments.Add(argument.ToString());
            rest = after;
        }

        return arguments;
    }
}
