namespace MediaInfo.Core.Retention;

/// <summary>Counts what a sweep has removed so far.</summary>
public sealed class SweepCount
{
    private int _jobs;
    private int _notes;
    private int _assets;
    private int _nonces;
    private int _topicMessages;

    /// <summary>Job documents, with their results.</summary>
    public int Jobs => Volatile.Read(ref _jobs);

    /// <summary>Notes of waiting jobs whose job has ended or no longer exists.</summary>
    public int Notes => Volatile.Read(ref _notes);

    /// <summary>Documents of deleted assets.</summary>
    public int Assets => Volatile.Read(ref _assets);

    /// <summary>Used nonces.</summary>
    public int Nonces => Volatile.Read(ref _nonces);

    /// <summary>Messages of topics that are not delivered any more.</summary>
    public int TopicMessages => Volatile.Read(ref _topicMessages);

    internal void AddJob() => Interlocked.Increment(ref _jobs);

    internal void AddNote() => Interlocked.Increment(ref _notes);

    internal void AddAsset() => Interlocked.Increment(ref _assets);

    internal void AddNonce() => Interlocked.Increment(ref _nonces);

    internal void AddTopicMessage() => Interlocked.Increment(ref _topicMessages);
}
