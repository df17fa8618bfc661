namespace MediaInfo.Core.Accounts;

/// <summary>A tenant: sees its own jobs and nobody else's.</summary>
public sealed record Account
{
    /// <summary>The account's id: letters, digits, '-' and '_'; part of storage names.</summary>
    public string Id { get; init; } = "";

    /// <summary>The keys that sign for it.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The storage queue that its default pipeline notifies; null for no messages.</summary>
    public string? CallbackQueue { get; init; }

    internal IEnumerable<string> Problems(string path)
    {
        if (Id.Length is 0 or > 64 || !Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            yield return $"{path}:Id must be 1 to 64 letters, digits, '-' or '_'";
        }

        for (var i = 0; i < Keys.Count; i++)
        {
            foreach (var problem in Keys[i].Problems($"{path}:Keys:{i}"))
            {
                yield return problem;
            }
        }
    }
}
