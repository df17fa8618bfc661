using System.Buffers;
using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags;

/// <summary>The file in the service's own bucket that has everything that the recognisers of a job found.</summary>
/// <remarks>It is a JSON list of Type and Data, which is text, as in Results of "QuerySmarttagJob" of Intelligent Media Services.</remarks>
public sealed class TagFile(TagFindingsStore found, JobFiles files)
{
    private const string Name = "tags.json";
    private const string ContentType = "application/json";

    /// <summary>Where the file of a job is.</summary>
    public ObjectRef Locate(JobKey job) => files.Locate(job, Name);

    /// <summary>Writes the file, or overwrites it with the same content.</summary>
    /// <param name="job">The job.</param>
    /// <param name="kinds">The recognisers that it ran.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Why it could not be written; null if it was.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<JobFailure?> WriteAsync(
        JobKey job, IReadOnlyList<RecogniserKind> kinds, CancellationToken cancellationToken)
    {
        var content = Format(await found.OfAsync(job, kinds, cancellationToken));
        return WriteFailures.Of(await files.WriteAsync(job, Name, content, ContentType, cancellationToken), Locate(job));
    }

    private static ReadOnlyMemory<byte> Format(IReadOnlyList<TagResult> results)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("Type", result.Type);
                json.WriteString("Data", result.Data.GetRawText());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }
}
