using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing;

/// <summary>One step's view of storage: the job's bucket only, one version of each object, metered against a budget.</summary>
/// <param name="reads">The job's reads, shared by its steps.</param>
/// <param name="budget">What this step may read.</param>
public sealed class ProbeSession(ObjectReads reads, ProbeBudget budget) : IReadPayer, IDisposable
{
    private readonly ReadingAccount _account = new(budget);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = reads.Time.GetTimestamp();
    private Exception? _storageFault;

    /// <summary>The clock.</summary>
    public TimeProvider Time => reads.Time;

    /// <summary>The job's object.</summary>
    public ObjectRef Source => reads.Source;

    /// <summary>Why reading cannot continue; null while it can. Keeps the first failure.</summary>
    public JobFailure? Failure => _account.Failure;

    /// <summary>What is hidden from ffprobe, so that it reads the rest of the object; null if nothing is.</summary>
    public HiddenCodec? Hidden { get; set; }

    /// <summary>Cancelled when <see cref="Failure"/> makes further reads pointless.</summary>
    public CancellationToken Stopped => _account.Stopped;

    /// <summary>The job's object as storage describes it; null until it is read.</summary>
    public ObjectProperties? SourceProperties => reads.Seen.GetValueOrDefault(Source.Key);

    /// <summary>Requests, bytes and time so far.</summary>
    public ProbeUsage Usage =>
        new(
            _account.Requests,
            _account.Bytes,
            (long)reads.Time.GetElapsedTime(_started).TotalMilliseconds);

    /// <summary>Reads an object of the job's bucket, from the job's cache and from storage.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="first">First byte.</param>
    /// <param name="last">Last byte needed; null for the end of the object.</param>
    public ObjectReader Read(string key, long first, long? last = null) => new(reads[key], this, first, last);

    /// <summary>Like <see cref="Read"/>, for one request of ffprobe; dispose it when ffprobe hangs up.</summary>
    public ObjectReader Answer(string key, long first, long? last)
    {
        _asked.TrySetResult();
        return new(reads[key], this, first, last, isVisit: true);
    }

    /// <summary>Objects that storage keeps compressed.</summary>
    internal DecodedObjects Decoded => field ??= new DecodedObjects(this);

    /// <summary>What may be spent.</summary>
    internal ProbeBudget Budget => _account.Budget;

    /// <summary>The part of the job's object that ffprobe does not get to see; null if it sees all.</summary>
    internal FragmentGap? Gap { get; init; }

    /// <summary>Completes when ffprobe makes its first request.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Loads a range of an object into the job's cache.</summary>
    /// <exception cref="IOException">Storage cannot be reached.</exception>
    public Task<ObjectReadStatus> BringAsync(string key, long first, long count, CancellationToken cancellationToken) =>
        reads[key].BringAsync(first, count, this, cancellationToken);

    /// <summary>Records where ffprobe usually hangs up.</summary>
    public void ExpectHangUp(string key, long offset) => reads[key].ExpectHangUp(offset);

    /// <summary>Requests a bounded range of an object of the job's bucket, always in the version that was read first.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Maximum bytes to read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<ObjectRead> ReadAsync(string key, long offset, long count, CancellationToken cancellationToken)
    {
        if (Failure is not null || !_account.Spend())
        {
            return ObjectRead.None(ObjectReadStatus.Denied);
        }

        var seen = reads.Seen.GetValueOrDefault(key);
        var read = await reads.Store.ReadAsync(Source with { Key = key }, offset, count, seen?.ETag, cancellationToken);
        Note(key, read);
        return read;
    }

    /// <summary>An object's properties; null if the bucket has no such object or the budget is spent.</summary>
    public async Task<ObjectProperties?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (reads.Seen.GetValueOrDefault(key) is { } seen)
        {
            return seen;
        }

        return _account.Spend() ? await reads.Store.FindAsync(Source with { Key = key }, cancellationToken) : null;
    }

    /// <summary>
    /// Sizes of the bucket's objects with a key prefix, as many as one request returns; null if unavailable.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long>?> ListAsync(string prefix, CancellationToken cancellationToken) =>
        _account.Spend() ? await reads.Store.ListAsync(Source.Bucket, prefix, cancellationToken) : null;

    /// <summary>Counts received bytes; the session fails when they exceed the budget.</summary>
    /// <returns>Whether reading may continue.</returns>
    public bool Count(int bytes) => _account.Spend(bytes);

    /// <inheritdoc />
    /// <remarks>Steps share their reads, and the step that did not ask storage would take an empty object for no media.</remarks>
    public void Learn(string key, ObjectProperties properties)
    {
        if (properties.Size == 0 && string.Equals(key, Source.Key, StringComparison.Ordinal))
        {
            _account.Fail(FailureReason.ObjectEmpty, "The object is empty");
        }
    }

    /// <summary>Notes that the object has too many fragments to visit them all: the session fails.</summary>
    public void TooManyFragments(long about) => _account.Fail(
        FailureReason.TooManyFragments,
        $"The object has about {about} fragments and no index, too many to visit in {Budget.MaxRequests} requests");

    /// <summary>Notes that ffprobe used more connections at once than it may: the session fails.</summary>
    public void TooManyConnections(int limit) =>
        _account.Fail(FailureReason.BudgetExceeded, $"Reading the object took more than {limit} concurrent connections");

    /// <summary>Notes that sending bytes to ffprobe was interrupted.</summary>
    /// <param name="error">What interrupted it.</param>
    /// <param name="hungUp">Whether ffprobe hung up, as it does at the end of every read; that is not a storage
    /// failure.</param>
    public void Interrupted(Exception error, bool hungUp)
    {
        if (!hungUp)
        {
            Interlocked.CompareExchange(ref _storageFault, error, null);
        }
    }

    /// <summary>
    /// A storage failure while ffprobe read, which makes ffprobe's result meaningless; null if there was none.
    /// </summary>
    public Exception? StorageFault => Volatile.Read(ref _storageFault);

    /// <inheritdoc />
    public void Dispose()
    {
        reads.Leave(this);
        _account.Dispose();
    }

    private void Note(string key, ObjectRead read)
    {
        if (read.Properties is { } properties)
        {
            reads.Seen.TryAdd(key, properties);
        }

        if (read.Status == ObjectReadStatus.Archived)
        {
            _account.Fail(FailureReason.ObjectArchived, $"{key} is in the archive tier. Bring it back to an online tier first");
        }
        else if (read.Status == ObjectReadStatus.Changed)
        {
            _account.Fail(FailureReason.ObjectChanged, "The object was overwritten while it was being read");
        }
        else if (string.Equals(key, Source.Key, StringComparison.Ordinal))
        {
            NoteSource(read);
        }
    }

    private void NoteSource(ObjectRead read)
    {
        if (read.Status == ObjectReadStatus.NotFound)
        {
            _account.Fail(FailureReason.ObjectNotFound, "The object does not exist");
        }
        else if (read.Status == ObjectReadStatus.Denied)
        {
            _account.Fail(FailureReason.ObjectDenied, "Access to the object is denied");
        }
        else if (read.Properties is { } properties)
        {
            Learn(Source.Key, properties);
        }
    }
}
