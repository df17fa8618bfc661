using System.Text.Json;
using MediaInfo.Api.Mpc.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Mpc;

/// <summary>The message that a pipeline's queue gets when a task ends.</summary>
/// <remarks>
/// The product has an event ParseComplete, whose page shows the bodies of other events only; this one is made like theirs.
/// </remarks>
public sealed class MpcCompletionFormat(MpcTaskMapper mapper) : ICompletionFormat
{
    // A queue takes messages of 64 KiB. What is left out here, a query tells.
    private const int MaxLength = 48 * 1024;

    /// <inheritdoc />
    public string Dialect => MpcApi.Dialect;

    /// <inheritdoc />
    public async Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var task = await mapper.MapAsync(job, cancellationToken);
        var text = Write(task);
        return System.Text.Encoding.UTF8.GetByteCount(text) <= MaxLength ? text : Write(task with { Metadata = null });
    }

    private static string Write(ExtractTask task) =>
        JsonSerializer.Serialize(new CompletionMessage("ParseComplete", task), MpcJson.Wire.CompletionMessage);
}
