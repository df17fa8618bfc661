namespace MediaInfo.Core.Tags.Text;

/// <summary>The number of characters by which two texts differ (Levenshtein).</summary>
public static class EditDistance
{
    // A line of a frame is short. What is longer is compared by its beginning, so that the cost is bounded.
    private const int MaxLength = 256;

    /// <summary>Characters to insert, delete or replace to make one of the other.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one[..Math.Min(one.Length, MaxLength)];
        other = other[..Math.Min(other.Length, MaxLength)];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            var (diagonal, left) = (row[0], line);
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = diagonal + (one[line - 1] == other[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = left = Math.Min(change, Math.Min(diagonal, left) + 1);
            }
        }

        return row[other.Length];
    }
}
