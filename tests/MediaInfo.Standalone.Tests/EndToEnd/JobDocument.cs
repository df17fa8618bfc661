using System.Text.Json;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The state in a stored job's document.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="State">Its state.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="ETag">The document's version.</param>
public sealed record JobDocument(string Id, string State, string? EndedAt, string ETag)
{
    /// <summary>Whether the job has ended.</summary>
    public bool HasEnded => EndedAt is not null;

    /// <summary>Whether a worker runs it, or ran it when that worker died.</summary>
    public bool IsRunning => State.Equals("Running", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the document.</summary>
    public static JobDocument Read(string id, BinaryData content, string etag)
    {
        using var json = JsonDocument.Parse(content);
        var endedAt = json.RootElement.TryGetProperty("endedAt", out var at) ? at.GetString() : null;
        return new JobDocument(id, json.RootElement.GetProperty("state").GetString()!, endedAt, etag);
    }
}
