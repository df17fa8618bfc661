namespace MediaInfo.Core.Callbacks;

/// <summary>The answer of a <see cref="DeliveryGate"/>: a place at a target until it is disposed of, or a delay.</summary>
public sealed class DeliveryPass : IDisposable
{
    private readonly Action<bool?>? _leave;
    private bool? _answered;

    internal DeliveryPass(Action<bool?> leave) => _leave = leave;

    internal DeliveryPass(TimeSpan putOff) => PutOff = putOff;

    /// <summary>How long to put the delivery off; null for a pass.</summary>
    public TimeSpan? PutOff { get; }

    /// <summary>Notes whether the target answered, whatever it said.</summary>
    public void Note(bool answered) => _answered = answered;

    /// <summary>Gives the place back.</summary>
    public void Dispose() => _leave?.Invoke(_answered);
}
