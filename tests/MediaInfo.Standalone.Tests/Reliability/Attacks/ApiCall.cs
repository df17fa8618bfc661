namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A call before signing.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Action">The action, or the HTTP method for Media Processing Center.</param>
/// <param name="Parameters">Its parameters. A name can occur several times.</param>
internal sealed record ApiCall(Dialect Dialect, string Action, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>The version of the product.</summary>
    public string Version { get; init; } = "2014-06-18";

    /// <summary>Its own body; null if it has none or the parameters make it.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The answer's format.</summary>
    public string Format { get; init; } = "JSON";

    /// <summary>A media type that replaces the usual one; null for the usual one.</summary>
    public string? ContentType { get; init; }

    /// <summary>The id of the signing key.</summary>
    public string KeyId { get; init; } = "testid";

    /// <summary>The key's secret.</summary>
    public string Secret { get; init; } = "testsecret";

    /// <summary>The offset of the signing time in seconds.</summary>
    public int SecondsOff { get; init; }
}
