using MediaInfo.Core.Jobs;
using MediaInfo.Core.Probing;

namespace MediaInfo.Api.Tests.Hostile;

/// <summary>An object that means harm.</summary>
/// <param name="Name">Its name, and the key under "hostile/" where no other is given.</param>
/// <param name="Attack">What it tries.</param>
/// <param name="Expected">Why its analysis fails; null when it is described.</param>
public sealed record HostileSample(string Name, string Attack, FailureReason? Expected)
{
    /// <summary>The limits of the tests: a fraction of the default ones, so that a sample that runs up to one does so soon.</summary>
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

    /// <summary>What an object without end goes on with, for ever, behind <see cref="Content"/>; null when it has an end.</summary>
    public byte[]? Forever { get; init; }

    /// <summary>Other objects of its bucket, by key.</summary>
    public IReadOnlyDictionary<string, byte[]> Beside { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>The stored media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Another end that it may come to, where that depends on the machine's speed; null where it does not.</summary>
    public FailureReason? Or { get; init; }

    /// <summary>Wall time for it; null for that of <see cref="Limits"/>.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
