namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A call before it is signed.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Action">The action; of Media Processing Center the method.</param>
/// <param name="Parameters">Its parameters, as often as they are sent.</param>
internal sealed record ApiCall(Dialect Dialect, string Action, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>The version of the product.</summary>
    public string Version { get; init; } = "2014-06-18";

    /// <summary>A body of its own; null where there is none, or the parameters make it.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The answer's format.</summary>
    public string Format { get; init; } = "JSON";

    /// <summary>The media type in place of the usual one; null for that.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whose key signs.</summary>
    public string KeyId { get; init; } = "testid";

    /// <summary>The key's secret.</summary>
    public string Secret { get; init; } = "testsecret";

    /// <summary>Seconds that the time of signing is off.</summary>
    public int SecondsOff { get; init; }
}
