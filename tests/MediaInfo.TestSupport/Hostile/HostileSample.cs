using MediaInfo.Core.Jobs;
using MediaInfo.Probing;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>An object made to attack the service.</summary>
/// <param name="Name">Its name, and by default its key under "hostile/".</param>
/// <param name="Attack">What it attempts.</param>
/// <param name="Expected">Why its analysis fails; null if it is described.</param>
public sealed record HostileSample(string Name, string Attack, FailureReason? Expected)
{
    /// <summary>
    /// The limits of the tests: a fraction of the defaults, so that samples reach them soon.
    /// </summary>
    public static ProbeOptions Limits { get; } = new()
    {
        TimeLimit = TimeSpan.FromSeconds(30),
        MaxRequests = 300,
        MaxBytes = 32L << 20,
        MaxMemoryBytes = 256L << 20,
    };

    /// <summary>The object's key.</summary>
    public string Key { get; init; } = $"hostile/{Name}";

    /// <summary>The object's bytes; empty when it has no end.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>
    /// The bytes that an endless object repeats forever after <see cref="Content"/>; null if it has an end.
    /// </summary>
    public byte[]? Forever { get; init; }

    /// <summary>Other objects in its bucket, by key.</summary>
    public IReadOnlyDictionary<string, byte[]> Beside { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>The stored media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Another valid outcome, if the outcome depends on the machine's speed; otherwise null.</summary>
    public FailureReason? Or { get; init; }

    /// <summary>Its time limit; null for that of <see cref="Limits"/>.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
