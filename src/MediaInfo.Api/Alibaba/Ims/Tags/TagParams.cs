using System.Text;
using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The additional parameters of a tag job. Other members are left to the recognisers.</summary>
/// <param name="Speech">Whether the caller wants what is said; null leaves it to the template.</param>
/// <param name="Text">Whether the caller wants what is written in frames; null leaves it to the template.</param>
/// <param name="Meta">Whether the caller wants its own title back among the results.</param>
/// <remarks>Source: "SubmitSmarttagJob" of Intelligent Media Services, Params.</remarks>
internal sealed record TagParams(bool? Speech, bool? Text, bool Meta)
{
    // Our decision; the vendor documents none.
    private const int MaxBytes = 4096;

    /// <summary>No parameters.</summary>
    public static TagParams None { get; } = new(Speech: null, Text: null, Meta: false);

    /// <summary>The parameters of a JSON object; null if the text is none, or a member has a wrong type.</summary>
    /// <param name="json">The text; null for no parameters.</param>
    public static TagParams? Parse(string? json)
    {
        if (json is null)
        {
            return None;
        }

        return Encoding.UTF8.GetByteCount(json) > MaxBytes ? null : CallerJson.OrNull(() =>
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Parse(document.RootElement) : null;
        });
    }

    private static TagParams? Parse(JsonElement json) =>
        TryFlag(json, "needAsrData", out var speech)
        && TryFlag(json, "needOcrData", out var text)
        && TryFlag(json, "needMetaData", out var meta)
        && (!json.TryGetProperty("nlpParams", out var language) || language.ValueKind is JsonValueKind.Object or JsonValueKind.Null)
            ? new TagParams(speech, text, meta ?? false)
            : null;

    private static bool TryFlag(JsonElement json, string name, out bool? flag)
    {
        flag = null;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        // Clients that build the JSON by hand send text.
        var isFlag = bool.TryParse(value.ToString(), out var parsed);
        flag = isFlag ? parsed : null;
        return isFlag;
    }
}
