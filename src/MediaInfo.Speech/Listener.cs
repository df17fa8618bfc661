using System.Text.Json;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Speech;
using Whisper.net;

namespace MediaInfo.Speech;

/// <summary>Recognises speech in samples, one window at a time.</summary>
internal static class Listener
{
    // Where Whisper itself is surer that nobody speaks, its text is made up (OpenAI's "no_speech_threshold").
    private const float NoSpeech = 0.6f;

    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Loads the native library and the model.</summary>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> CheckAsync(string model, TextWriter errors)
    {
        try
        {
            using var factory = WhisperFactory.FromPath(model);
            await using var processor = factory.CreateBuilder().Build();
            return 0;
        }
        catch (Exception e)
        {
            await errors.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    /// <summary>Reads samples to their end, and writes a line of JSON for each sentence as soon as it is known.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="language">The language; "auto" detects it.</param>
    /// <param name="input">The samples: 16,000 a second, one channel, 16 bits, little endian.</param>
    /// <param name="output">Where the sentences are written.</param>
    /// <param name="errors">Where it is written why it failed.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(string model, string language, Stream input, Stream output, TextWriter errors)
    {
        try
        {
            using var factory = WhisperFactory.FromPath(model);
            var builder = factory.CreateBuilder().WithProbabilities().WithNoContext();
            builder = language is TagLanguages.Detected ? builder.WithLanguageDetection() : builder.WithLanguage(language);
            await using var processor = builder.Build();
            var windows = new SampleWindows(input);
            while (await windows.NextAsync() is { } window)
            {
                await foreach (var segment in window.IsSilent ? Nothing() : processor.ProcessAsync(window.Samples))
                {
                    await WriteAsync(segment, window, output);
                }
            }

            return 0;
        }
        catch (Exception e)
        {
            await errors.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    private static async Task WriteAsync(SegmentData segment, SampleWindow window, Stream output)
    {
        var text = segment.Text.Trim();
        if (text.Length == 0 || segment.NoSpeechProbability > NoSpeech)
        {
            return;
        }

        // Whisper counts in windows of thirty seconds, and may end a sentence behind the end of a shorter one.
        var from = Math.Min(segment.Start.TotalSeconds, window.Length);
        var to = Math.Clamp(segment.End.TotalSeconds, from, window.Length);
        var sentence = new Sentence(
            Math.Round(window.From + from, 3),
            Math.Round(window.From + to, 3),
            text,
            string.IsNullOrEmpty(segment.Language) ? null : segment.Language,
            Math.Round(Math.Clamp((double)segment.Probability, 0, 1), 3));
        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(sentence, SpeechJson.Default.Sentence));
        await output.WriteAsync(LineFeed);
        await output.FlushAsync();
    }

    private static async IAsyncEnumerable<SegmentData> Nothing()
    {
        await Task.CompletedTask;
        yield break;
    }
}
