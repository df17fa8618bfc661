using System.Text.Json;
using MediaInfo.Core.Tags.Speech;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Reads the sentences that the program prints, one as JSON on each line.</summary>
public sealed class SentenceLines
{
    // A day of fast speech.
    private const int MaxSentences = 100_000;
    private const int MaxText = 10_000;

    private readonly List<Sentence> _sentences = [];

    /// <summary>The sentences so far.</summary>
    public IReadOnlyList<Sentence> All => _sentences;

    /// <summary>Reads the next line. One that is no sentence is skipped.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (_sentences.Count < MaxSentences
            && Read(line) is { Value: { Length: > 0 and <= MaxText } } sentence
            && sentence.From >= 0
            && sentence.To >= sentence.From)
        {
            _sentences.Add(sentence);
        }
    }

    private static Sentence? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.IsEmpty ? null : JsonSerializer.Deserialize(line, SpeechJson.Default.Sentence);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
