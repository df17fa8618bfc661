using System.Buffers.Text;
using MediaInfo.Core.Tags.Chapters;

namespace MediaInfo.Probing.Recognition.Chapters;

/// <summary>Reads what FFmpeg's filters metadata, blackdetect and silencedetect tell the log, line by line.</summary>
/// <remarks>
/// Each line begins with the filter's name in brackets. The formats are the same from FFmpeg 4.1 to 7.1:
/// <code>
/// [Parsed_metadata_5 @ 0x55] frame:2    pts:268800  pts_time:21
/// [Parsed_metadata_5 @ 0x55] lavfi.scene_score=0.545619
/// [blackdetect @ 0x55] black_start:10 black_end:11 black_duration:1
/// [silencedetect @ 0x55] silence_start: 10
/// [silencedetect @ 0x55] silence_end: 11 | silence_duration: 1.00002
/// </code>
/// A file's own texts are in the log too. One that imitates a filter gets wrong chapters, and nothing else.
/// </remarks>
public sealed class DetectionLog
{
    // Of each kind. A film has some thousand.
    private const int MaxDetections = 100_000;

    private readonly List<SceneChange> _changes = [];
    private readonly List<Stretch> _black = [];
    private readonly List<Stretch> _silence = [];
    private double? _frame;
    private double? _silenceStart;

    /// <summary>Reads the next line.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (Said(line, "[Parsed_metadata"u8) is { Length: > 0 } metadata)
        {
            AddMetadata(metadata);
        }
        else if (Said(line, "[blackdetect"u8) is { Length: > 0 } black)
        {
            if (After(black, "black_start:"u8) is { } from && After(black, "black_end:"u8) is { } to)
            {
                Add(_black, new Stretch(from, to));
            }
        }
        else if (Said(line, "[silencedetect"u8) is { Length: > 0 } silence)
        {
            AddSilence(silence);
        }
    }

    /// <summary>Everything that was detected.</summary>
    /// <param name="hasPicture">Whether the object has a picture that changes.</param>
    /// <param name="duration">The length of the object in seconds.</param>
    public Detections All(bool hasPicture, double duration) => new(
        [.. _changes.OrderBy(change => change.Time)],
        [.. _black.OrderBy(stretch => stretch.From)],
        [.. _silence.Append(Rest(duration)).Where(stretch => stretch.To > stretch.From).OrderBy(stretch => stretch.From)])
    {
        HasPicture = hasPicture,
        Duration = duration,
    };

    // FFmpeg 4.1 does not say that silence lasts until the end.
    private Stretch Rest(double duration) => _silenceStart is { } from ? new Stretch(from, duration) : default;

    private void AddMetadata(ReadOnlySpan<byte> text)
    {
        if (After(text, "pts_time:"u8) is { } time)
        {
            _frame = time;
        }
        else if (After(text, "lavfi.scene_score="u8) is { } score && _frame is { } frame && _changes.Count < MaxDetections)
        {
            _changes.Add(new SceneChange(frame, score));
        }
    }

    private void AddSilence(ReadOnlySpan<byte> text)
    {
        if (After(text, "silence_start:"u8) is { } from)
        {
            _silenceStart = Math.Max(0, from);
        }
        else if (After(text, "silence_end:"u8) is { } to && _silenceStart is { } began)
        {
            Add(_silence, new Stretch(began, to));
            _silenceStart = null;
        }
    }

    private static void Add(List<Stretch> stretches, Stretch stretch)
    {
        if (stretches.Count < MaxDetections && stretch.To > stretch.From)
        {
            stretches.Add(stretch);
        }
    }

    private static ReadOnlySpan<byte> Said(ReadOnlySpan<byte> line, ReadOnlySpan<byte> by) =>
        line.StartsWith(by) && line.IndexOf((byte)']') is > 0 and var end ? line[(end + 1)..] : default;

    private static double? After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var at = text.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = text[(at + name.Length)..].TrimStart((byte)' ');
        return Utf8Parser.TryParse(value, out double number, out var read) && read > 0 && double.IsFinite(number)
            ? number
            : null;
    }
}
