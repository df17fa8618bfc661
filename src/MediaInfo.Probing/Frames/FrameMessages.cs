using System.Globalization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Probing.Frames;

/// <summary>Reads what ffmpeg says beside a picture.</summary>
internal static class FrameMessages
{
    /// <summary>The numbers that its filters told, each in a line of its own.</summary>
    public static IReadOnlyList<decimal> Numbers(string messages)
    {
        var numbers = new List<decimal>();
        foreach (var line in messages.AsSpan().EnumerateLines())
        {
            // An older build names the parser before the number.
            var text = line.StartsWith("[Eval @", StringComparison.Ordinal) ? line[(line.IndexOf(']') + 1)..] : line;
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>The failure if a run needed what this build of ffmpeg lacks; null if it did not.</summary>
    public static JobFailure? MissingPart(string messages, PictureEncoding encoding)
    {
        var lacking = Says(messages, "No such filter: 'zscale'") || Says(messages, "No such filter: 'tonemap'")
            ? "the filters zscale and tonemap, so it cannot show HDR on other screens"
            : Says(messages, $"Unknown encoder '{encoding.Encoder}'") ? $"the encoder {encoding.Encoder}"
            : null;
        return lacking is null ? null : new JobFailure(FailureReason.EngineMissing, $"This build of ffmpeg lacks {lacking}");
    }

    private static bool Says(string messages, string words) => messages.Contains(words, StringComparison.Ordinal);
}
