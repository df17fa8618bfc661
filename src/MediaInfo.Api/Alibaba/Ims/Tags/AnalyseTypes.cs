using System.Collections.Frozen;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The vendor's analysis types, and which recogniser does each.</summary>
/// <remarks>
/// Source: "Smart tag template" of Intelligent Media Services. Types that need a trained model of pictures are those of the
/// operator's own recogniser.
/// </remarks>
internal static class AnalyseTypes
{
    private static readonly FrozenDictionary<string, RecogniserKind> Known =
        new Dictionary<string, RecogniserKind>(StringComparer.Ordinal)
        {
            ["nlp"] = RecogniserKind.Chapters,
            ["ocr"] = RecogniserKind.Text,
            ["subtitle"] = RecogniserKind.Text,
            ["asr"] = RecogniserKind.Speech,
            ["classification"] = RecogniserKind.External,
            ["shows"] = RecogniserKind.External,
            ["face"] = RecogniserKind.External,
            ["role"] = RecogniserKind.External,
            ["object"] = RecogniserKind.External,
            ["tvstation"] = RecogniserKind.External,
            ["action"] = RecogniserKind.External,
            ["emotion"] = RecogniserKind.External,
            ["landmark"] = RecogniserKind.External,
            ["scene"] = RecogniserKind.External,
            ["movieIp"] = RecogniserKind.External,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The recognisers that a comma-separated list asks for, without repeats; null if it has an unknown type, or none.</summary>
    public static IReadOnlyList<RecogniserKind>? Parse(string types)
    {
        var names = types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && Array.TrueForAll(names, Known.ContainsKey)
            ? [.. names.Select(name => Known[name]).Distinct()]
            : null;
    }

    /// <summary>What a recogniser recognises, for the text of an error.</summary>
    public static string NameOf(RecogniserKind kind) => kind switch
    {
        RecogniserKind.Chapters => "chapters (nlp)",
        RecogniserKind.Text => "text in frames (ocr)",
        RecogniserKind.Speech => "speech (asr)",
        _ => "labels (all other types)",
    };
}
