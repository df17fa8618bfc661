namespace MediaInfo.Core.Tags.Chapters;

/// <summary>Walks through stretches once, for questions in order of time.</summary>
/// <param name="stretches">The stretches, in order of time.</param>
/// <param name="tolerance">How far apart two stretches may be to meet, in seconds.</param>
internal sealed class StretchWalk(IReadOnlyList<Stretch> stretches, double tolerance)
{
    private int _next;

    /// <summary>Whether one of the stretches meets that one, which must not begin before the one asked for last.</summary>
    public bool Meets(Stretch asked)
    {
        while (_next < stretches.Count && stretches[_next].To + tolerance < asked.From)
        {
            _next++;
        }

        return _next < stretches.Count && stretches[_next].From - tolerance <= asked.To;
    }
}
