namespace MediaInfo.Core.Queues;

/// <summary>A durable queue of work.</summary>
public interface IWorkQueue : IWorkSource
{
    /// <summary>Adds a message, visible at once.</summary>
    Task SendAsync(string text, CancellationToken cancellationToken);
}
