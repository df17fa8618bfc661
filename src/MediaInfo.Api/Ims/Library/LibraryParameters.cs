using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims.Library;

/// <summary>The parameters of one call, read by their rules. The first broken rule is kept, and ends the call.</summary>
internal sealed class LibraryParameters(RpcParameters parameters)
{
    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public RpcError? Error { get; private set; }

    /// <summary>A text of at most so many bytes of UTF-8; null when it is absent.</summary>
    public string? Text(string name, int maxBytes) =>
        Checked(name, parameters[name], text => Encoding.UTF8.GetByteCount(text) <= maxBytes);

    /// <summary>A text that fits a rule; null when it is absent.</summary>
    public string? Text(string name, Func<string, bool> fits) => Checked(name, parameters[name], fits);

    /// <summary>"true" or "false"; false when it is absent.</summary>
    public bool Flag(string name) => bool.TryParse(Checked(name, parameters[name], text => bool.TryParse(text, out _)), out var flag) && flag;

    /// <summary>A whole number of a range; null when it is absent.</summary>
    public long? Number(string name, long min, long max) =>
        Checked(name, parameters[name], text => Parse(text) is { } number && number >= min && number <= max) is { } checkedText
            ? Parse(checkedText)
            : null;

    /// <summary>A second of UTC such as "2024-02-29T12:00:00Z"; null when it is absent.</summary>
    public DateTimeOffset? Time(string name) =>
        TryParseTime(Checked(name, parameters[name], text => TryParseTime(text, out _)), out var time) ? time : null;

    /// <summary>A JSON object, or nothing.</summary>
    public void JsonObject(string name) => Checked(name, parameters[name], IsJsonObject);

    /// <summary>Comma-separated values, trimmed, empty ones dropped, each once; null when the parameter is absent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="maxBytes">Each of at most so many bytes of UTF-8.</param>
    public IReadOnlyList<string>? List(string name, int max, int maxBytes)
    {
        if (parameters[name] is not { } text)
        {
            return null;
        }

        var values = text
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Checked(name, text, _ => values.Count <= max && values.TrueForAll(value => Encoding.UTF8.GetByteCount(value) <= maxBytes));
        return values;
    }

    /// <summary>Keeps an error, unless one came before.</summary>
    public void Fail(RpcError? error) => Error ??= error;

    private string? Checked(string name, string? text, Func<string, bool> fits)
    {
        if (text is null || fits(text))
        {
            return text;
        }

        Fail(ImsErrors.Invalid(name));
        return null;
    }

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryParseTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
