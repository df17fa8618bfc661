using System.Text;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Recognition.Text;

/// <summary>Makes a Tesseract read an empty picture with the languages of the settings.</summary>
public sealed class TextSelfTest(ToolChild child, TagOptions options) : IToolTrial
{
    private const int Side = 64;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken)
    {
        if (TextEngine.MissingOf(options, options.TextLanguages) is { } missing)
        {
            return missing;
        }

        var call = new ToolCall(TextEngine.Arguments(options.TextLanguages), Lease: null, TimeLimit)
        {
            Input = input => input.WriteAsync(Picture, cancellationToken).AsTask(),
        };
        var run = await child.RunAsync(path, call, cancellationToken);
        return run is not { End: ToolEnd.Exited, Code: 0 } ? $"the self-test failed: {run.InWords()}"
            : run.Report.Span.StartsWith("level\t"u8) ? null
            : "the self-test failed: it printed no table";
    }

    // White, as a portable graymap (Netpbm, pgm).
    private static byte[] Picture { get; } =
        [.. Encoding.ASCII.GetBytes($"P5 {Side} {Side} 255\n"), .. Enumerable.Repeat(byte.MaxValue, Side * Side)];
}
