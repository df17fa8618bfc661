using System.Text.Json;
using MediaInfo.Api.Huawei.Mpc.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The message sent to a pipeline's queue when a task ends.</summary>
/// <remarks>
/// The product has an event ParseComplete, but its page shows only other events' bodies; this one is modelled on them.
/// </remarks>
public sealed class MpcCompletionFormat(MpcTaskMapper mapper) : ICompletionFormat
{
    // A queue takes messages of 64 KiB. What is omitted here, a query returns.
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
