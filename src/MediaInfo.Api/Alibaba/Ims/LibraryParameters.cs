using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads and validates the parameters of one call. Keeps the first error, which ends the call.</summary>
internal sealed class LibraryParameters(RpcParameters parameters)
{
    /// <summary>The first error; null if there is none.</summary>
    public RpcError? Error { get; private set; }

    /// <summary>A text of at most that many UTF-8 bytes; null if absent.</summary>
    public string? Text(string name, int maxBytes) =>
        Checked(name, parameters[name], text => Encoding.UTF8.GetByteCount(text) <= maxBytes);

    /// <summary>A text that satisfies a rule; null if absent.</summary>
    public string? Text(string name, Func<string, bool> fits) => Checked(name, parameters[name], fits);

    /// <summary>"true" or "false"; false if absent.</summary>
    public bool Flag(string name) =>
        bool.TryParse(Checked(name, parameters[name], text => bool.TryParse(text, out _)), out var flag) && flag;

    /// <summary>An integer in a range; null if absent.</summary>
    public long? Number(string name, long min, long max) =>
        Checked(name, parameters[name], text => Parse(text) is { } number && number >= min && number <= max) is { } checkedText
            ? Parse(checkedText)
            : null;

    /// <summary>A UTC time in whole seconds, such as "2024-02-29T12:00:00Z"; null if absent.</summary>
    public DateTimeOffset? Time(string name) =>
        TryParseTime(Checked(name, parameters[name], text => TryParseTime(text, out _)), out var time) ? time : null;

    /// <summary>Requires the parameter to be a JSON object whose members satisfy a rule, or absent.</summary>
    public void JsonObject(string name, Func<JsonElement, bool> fits) =>
        Checked(name, parameters[name], text => IsJsonObject(text, fits));

    /// <summary>The values of a list, trimmed, without empty ones and duplicates; null if the parameter is absent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="max">Maximum number of values.</param>
    /// <param name="maxBytes">Maximum UTF-8 bytes per value.</param>
    public IReadOnlyList<string>? List(string name, int max, int maxBytes)
    {
        var values = parameters.List(name);
        Checked(
            name,
            parameters[name],
            _ => values!.Count <= max && values.All(value => Encoding.UTF8.GetByteCount(value) <= maxBytes));
        return values;
    }

    /// <summary>Keeps an error, unless there already is one.</summary>
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
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryParseTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);

    private static bool IsJsonObject(string text, Func<JsonElement, bool> fits)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().All(member => fits(member.Value));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
